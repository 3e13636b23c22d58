/** The edge of HTTP that all operations share: request context, negotiation, limits, JSON and problems. */
@NullMarked
package dev.twinlab.micronaut.http;

import org.jspecify.annotations.NullMarked;
