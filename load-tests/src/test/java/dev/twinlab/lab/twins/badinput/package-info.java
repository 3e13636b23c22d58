/** What the packaged pair must refuse, and both in the same way. */
@NullMarked
package dev.twinlab.lab.twins.badinput;

import org.jspecify.annotations.NullMarked;
