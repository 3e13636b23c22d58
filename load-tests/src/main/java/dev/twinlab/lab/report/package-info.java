/** Verdict and runs in, text, Markdown and HTML out: the same input gives the same bytes. */
@NullMarked
package dev.twinlab.lab.report;

import org.jspecify.annotations.NullMarked;
