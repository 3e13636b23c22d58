/** The framework's own floor. */
@NullMarked
package dev.twinlab.helidon.ping;

import org.jspecify.annotations.NullMarked;
