/** Plain JDBC on a HikariCP pool. */
@NullMarked
package dev.twinlab.helidon.persistence;

import org.jspecify.annotations.NullMarked;
