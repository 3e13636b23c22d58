/** The place of the outbox worker: events wait in the table until one runs. */
@NullMarked
package dev.twinlab.helidon.worker;

import org.jspecify.annotations.NullMarked;
