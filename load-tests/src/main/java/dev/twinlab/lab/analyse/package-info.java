/** Recorded runs in, estimates and a verdict out: a pure function of files. */
@NullMarked
package dev.twinlab.lab.analyse;

import org.jspecify.annotations.NullMarked;
