package dev.twinlab.contract.security;

/** The values of {@code WWW-Authenticate} (RFC 6750, section 3). */
public final class BearerChallenge {
    public static final String NO_TOKEN = "Bearer realm=\"twinlab\"";
    public static final String INVALID_TOKEN = NO_TOKEN + ", error=\"invalid_token\"";

    private BearerChallenge() {}

    public static String insufficientScope(String scope) {
        return NO_TOKEN + ", error=\"insufficient_scope\", scope=\"" + scope + '"';
    }
}
