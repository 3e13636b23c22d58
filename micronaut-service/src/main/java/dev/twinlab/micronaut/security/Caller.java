package dev.twinlab.micronaut.security;

import io.micronaut.http.HttpRequest;
import java.util.Set;

/**
 * The holder of a valid token.
 *
 * @param subject {@code sub}, 1 to 255 characters
 * @param scopes what the token allows
 */
public record Caller(String subject, Set<String> scopes) {
    private static final String ATTRIBUTE = "twinlab.caller";

    /**
     * Who sent {@code request}.
     *
     * @throws IllegalStateException where no token was asked for
     */
    public static Caller of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Caller.class)
                .orElseThrow(() -> new IllegalStateException("no token was asked for, so there is no caller"));
    }

    void attachTo(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
