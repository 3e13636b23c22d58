/** The product catalogue on the wire. */
@NullMarked
package dev.twinlab.contract.products;

import org.jspecify.annotations.NullMarked;
