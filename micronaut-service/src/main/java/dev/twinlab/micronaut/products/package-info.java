/** The catalogue: one product, and pages of them. */
@NullMarked
package dev.twinlab.micronaut.products;

import org.jspecify.annotations.NullMarked;
