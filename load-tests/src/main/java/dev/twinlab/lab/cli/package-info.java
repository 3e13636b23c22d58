/** The command line. */
@NullMarked
package dev.twinlab.lab.cli;

import org.jspecify.annotations.NullMarked;
