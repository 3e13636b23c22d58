/** Metrics, logs, version. */
@NullMarked
package dev.twinlab.helidon.telemetry;

import org.jspecify.annotations.NullMarked;
