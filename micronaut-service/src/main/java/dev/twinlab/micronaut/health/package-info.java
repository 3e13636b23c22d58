/** Probes, readiness and draining. */
@NullMarked
package dev.twinlab.micronaut.health;

import org.jspecify.annotations.NullMarked;
