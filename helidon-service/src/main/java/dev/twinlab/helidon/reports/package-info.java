/** Aggregates over many orders. */
@NullMarked
package dev.twinlab.helidon.reports;

import org.jspecify.annotations.NullMarked;
