/** Orders: placing, reading, cancelling; the transaction around stock, order, lines and event. */
@NullMarked
package dev.twinlab.micronaut.orders;

import org.jspecify.annotations.NullMarked;
