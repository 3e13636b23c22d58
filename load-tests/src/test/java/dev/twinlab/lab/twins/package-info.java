/** The packaged pair, operated: what each does under faults, and that both do the same. */
@NullMarked
package dev.twinlab.lab.twins;

import org.jspecify.annotations.NullMarked;
