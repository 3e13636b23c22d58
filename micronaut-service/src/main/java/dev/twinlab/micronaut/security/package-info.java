/** Who may do what: bearer tokens and scopes. */
@NullMarked
package dev.twinlab.micronaut.security;

import org.jspecify.annotations.NullMarked;
