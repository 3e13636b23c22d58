/** Orders: placing, reading, cancelling. */
@NullMarked
package dev.twinlab.helidon.orders;

import org.jspecify.annotations.NullMarked;
