/** What a user can get wrong, and the one sentence that answers it. */
@NullMarked
package dev.twinlab.lab.badinput;

import org.jspecify.annotations.NullMarked;
