/** The constant answer that shows the framework's own floor. */
@NullMarked
package dev.twinlab.micronaut.ping;

import org.jspecify.annotations.NullMarked;
