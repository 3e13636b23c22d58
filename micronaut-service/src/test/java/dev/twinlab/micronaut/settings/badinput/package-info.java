/** Input that must be refused. */
@NullMarked
package dev.twinlab.micronaut.settings.badinput;

import org.jspecify.annotations.NullMarked;
