/**
 * The contract as a black-box test: holds any URL against {@code openapi.yaml} and the rules in it.
 *
 * <p>Its libraries are optional dependencies: who runs the suite brings them, the services do not carry them.
 */
@NullMarked
package dev.twinlab.contract.conformance;

import org.jspecify.annotations.NullMarked;
