/** RFC 9457 problem documents: every type, title and detail text that a client can meet. */
@NullMarked
package dev.twinlab.contract.problem;

import org.jspecify.annotations.NullMarked;
