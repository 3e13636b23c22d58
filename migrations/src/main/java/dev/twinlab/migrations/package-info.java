/** The schema of both services, the program that applies it, and the data set that they are measured on. */
@NullMarked
package dev.twinlab.migrations;

import org.jspecify.annotations.NullMarked;
