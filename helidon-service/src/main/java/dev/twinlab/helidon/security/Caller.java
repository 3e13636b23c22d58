package dev.twinlab.helidon.security;

import java.util.Set;

/**
 * Who a token speaks for.
 *
 * @param subject who, 1 to 255 characters
 * @param scopes what they may do
 */
record Caller(String subject, Set<String> scopes) {}
