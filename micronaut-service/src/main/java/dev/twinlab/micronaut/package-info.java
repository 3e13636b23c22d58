/** The service on Micronaut: {@code Main} starts it, each package below is one concern. */
@NullMarked
package dev.twinlab.micronaut;

import org.jspecify.annotations.NullMarked;
