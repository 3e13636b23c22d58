/** Probes and draining. */
@NullMarked
package dev.twinlab.helidon.health;

import org.jspecify.annotations.NullMarked;
