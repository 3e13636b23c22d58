/** The lab: plan, run, analyse, report, each step from what the step before wrote to disk. */
@NullMarked
package dev.twinlab.lab;

import org.jspecify.annotations.NullMarked;
