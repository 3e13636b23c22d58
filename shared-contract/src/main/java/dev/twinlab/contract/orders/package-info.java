/** Orders on the wire, their life cycle and their idempotency. */
@NullMarked
package dev.twinlab.contract.orders;

import org.jspecify.annotations.NullMarked;
