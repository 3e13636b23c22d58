/** The catalogue. */
@NullMarked
package dev.twinlab.helidon.products;

import org.jspecify.annotations.NullMarked;
