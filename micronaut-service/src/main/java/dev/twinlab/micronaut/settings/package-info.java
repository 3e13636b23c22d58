/** Settings from the environment, read and checked before anything starts. */
@NullMarked
package dev.twinlab.micronaut.settings;

import org.jspecify.annotations.NullMarked;
