/**
 * What an observer of either service can see: wire records, problem types, limits, headers, names.
 *
 * <p>How a service produces it is that service's own business and lives there.
 */
@NullMarked
package dev.twinlab.contract;

import org.jspecify.annotations.NullMarked;
