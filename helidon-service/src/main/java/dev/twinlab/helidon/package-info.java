/** The API, served by Helidon SE: everything is composed by constructors in Main. */
@NullMarked
package dev.twinlab.helidon;

import org.jspecify.annotations.NullMarked;
