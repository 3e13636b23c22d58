/** Here lives the outbox worker of this service. Events wait in the table {@code outbox} until one runs; no request depends on it. */
@NullMarked
package dev.twinlab.micronaut.worker;

import org.jspecify.annotations.NullMarked;
