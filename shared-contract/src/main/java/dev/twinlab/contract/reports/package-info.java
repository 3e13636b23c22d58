/** Reports on the wire. */
@NullMarked
package dev.twinlab.contract.reports;

import org.jspecify.annotations.NullMarked;
