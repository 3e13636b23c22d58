@NullMarked
package dev.twinlab.migrations;

import org.jspecify.annotations.NullMarked;
