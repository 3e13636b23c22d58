/** Starts, probes, loads and samples; writes one JSON file per run. */
@NullMarked
package dev.twinlab.lab.run;

import org.jspecify.annotations.NullMarked;
