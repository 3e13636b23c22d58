/** Input that must be refused. */
@NullMarked
package dev.twinlab.micronaut.security.badinput;

import org.jspecify.annotations.NullMarked;
