package dev.twinlab.helidon.security;

import dev.twinlab.helidon.settings.SecuritySettings;
import io.helidon.security.jwt.Jwt;
import io.helidon.security.jwt.SignedJwt;
import io.helidon.security.jwt.jwk.JwkKeys;
import io.helidon.security.jwt.jwk.JwkOctet;
import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks bearer tokens: HS256 only, signature, issuer, audience, time, subject. */
public final class TokenVerifier {
    private static final String ALGORITHM = "HS256";
    private static final int SUBJECT_LENGTH_MAX = 255;

    private final JwkOctet key;
    private final JwkKeys keys;
    private final String issuer;
    private final String audience;

    public TokenVerifier(SecuritySettings settings) {
        String secret = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(settings.jwtSecret().getBytes(StandardCharsets.UTF_8));
        this.key = JwkOctet.builder()
                .fromJson(Json.createObjectBuilder()
                        .add("kty", "oct")
                        .add("kid", "secret")
                        .add("alg", ALGORITHM)
                        .add("k", secret)
                        .build())
                .build();
        this.keys = JwkKeys.builder().addKey(key).build();
        this.issuer = settings.jwtIssuer();
        this.audience = settings.jwtAudience();
    }

    /** The caller of a token that holds; empty for any other, whatever is wrong with it. */
    public Optional<Caller> verify(String token) {
        try {
            SignedJwt signed = SignedJwt.parseToken(token);
            Jwt jwt = signed.getJwt();
            // The algorithm is ours to choose: one that the token names, "none" above all, is never followed.
            if (!jwt.algorithm().equals(Optional.of(ALGORITHM))
                    // RFC 7515, 4.1.11: extensions that must be understood, and none is.
                    || jwt.headers().headerClaim("crit").isPresent()
                    || !signed.verifySignature(keys, key).isValid()
                    || !timely(jwt)
                    || !jwt.issuer().equals(Optional.of(issuer))
                    || !jwt.audience().orElse(List.of()).contains(audience)) {
                return Optional.empty();
            }
            return jwt.subject()
                    // PostgreSQL's text has no NUL.
                    .filter(it -> !it.isEmpty() && it.length() <= SUBJECT_LENGTH_MAX && it.indexOf('\0') < 0)
                    .map(it -> new Caller(it, scopes(jwt)));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean timely(Jwt jwt) {
        Instant now = Instant.now();
        return jwt.expirationTime().filter(now::isBefore).isPresent()
                && jwt.notBefore().filter(now::isBefore).isEmpty();
    }

    private static Set<String> scopes(Jwt jwt) {
        Optional<JsonValue> claim = jwt.payloadClaim("scope");
        return claim.filter(JsonString.class::isInstance)
                .map(it -> Set.copyOf(List.of(((JsonString) it).getString().split(" "))))
                .orElse(Set.of());
    }
}
