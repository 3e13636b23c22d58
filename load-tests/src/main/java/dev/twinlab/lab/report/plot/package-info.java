/** Plots as inline SVG: plain data in, markup out; colours come from the page's style sheet. */
@NullMarked
package dev.twinlab.lab.report.plot;

import org.jspecify.annotations.NullMarked;
