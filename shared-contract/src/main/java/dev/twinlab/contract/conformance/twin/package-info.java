/** The same requests to both services, and everything that differs in the answers. */
@NullMarked
package dev.twinlab.contract.conformance.twin;

import org.jspecify.annotations.NullMarked;
