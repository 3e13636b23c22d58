/** The files of a campaign: what run writes, and what analyse and report read. */
@NullMarked
package dev.twinlab.lab.record;

import org.jspecify.annotations.NullMarked;
