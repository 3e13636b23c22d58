/** Holds the whole project to its shape: which module may know which, and the mirror rule. */
@NullMarked
package dev.twinlab.lab.architecture;

import org.jspecify.annotations.NullMarked;
