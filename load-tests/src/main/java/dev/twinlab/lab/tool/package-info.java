/** Finds and drives what the lab needs from outside: JDK, k6, PostgreSQL. */
@NullMarked
package dev.twinlab.lab.tool;

import org.jspecify.annotations.NullMarked;
