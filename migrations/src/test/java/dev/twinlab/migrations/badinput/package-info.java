/** What people get wrong, seen from outside: the program as a process of its own. */
@NullMarked
package dev.twinlab.migrations.badinput;

import org.jspecify.annotations.NullMarked;
