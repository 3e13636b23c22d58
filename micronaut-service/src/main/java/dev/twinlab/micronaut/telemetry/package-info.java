/** Metrics, logs and the version document. */
@NullMarked
package dev.twinlab.micronaut.telemetry;

import org.jspecify.annotations.NullMarked;
