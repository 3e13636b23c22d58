/** Aggregates over many rows. */
@NullMarked
package dev.twinlab.micronaut.reports;

import org.jspecify.annotations.NullMarked;
