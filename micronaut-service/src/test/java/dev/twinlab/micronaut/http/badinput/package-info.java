/** Input that must be refused. */
@NullMarked
package dev.twinlab.micronaut.http.badinput;

import org.jspecify.annotations.NullMarked;
