/** Bearer tokens. */
@NullMarked
package dev.twinlab.helidon.security;

import org.jspecify.annotations.NullMarked;
