/** What to run and in which order: plans from YAML, the seeded schedule. */
@NullMarked
package dev.twinlab.lab.plan;

import org.jspecify.annotations.NullMarked;
