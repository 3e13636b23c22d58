/** The edge: JSON, problems, request context and the order of checks. */
@NullMarked
package dev.twinlab.helidon.http;

import org.jspecify.annotations.NullMarked;
