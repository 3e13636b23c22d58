/** Campaigns beside each other: what changed between two, and how a folder of them went. Works from files alone. */
@NullMarked
package dev.twinlab.lab.compare;

import org.jspecify.annotations.NullMarked;
