/** Holds openapi.yaml against the contract in Java, and against itself. */
@NullMarked
package dev.twinlab.contract.openapi;

import org.jspecify.annotations.NullMarked;
