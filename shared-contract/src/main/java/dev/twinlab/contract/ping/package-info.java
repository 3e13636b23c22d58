/** The constant answer that shows a framework's own floor. */
@NullMarked
package dev.twinlab.contract.ping;

import org.jspecify.annotations.NullMarked;
