/** What all repositories share: the pool, and what a failure of the database means. */
@NullMarked
package dev.twinlab.micronaut.persistence;

import org.jspecify.annotations.NullMarked;
