/** Settings from the environment, one validated class per concern. */
@NullMarked
package dev.twinlab.helidon.settings;

import org.jspecify.annotations.NullMarked;
