package dev.twinlab.micronaut.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.twinlab.micronaut.settings.SecuritySettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a token against all that the contract asks of one. The framework's own validators do not: they take a token without
 * {@code exp}, an issuer that merely ends in the right one, and HS384 or HS512 where HS256 is meant.
 */
@Singleton
public final class TokenVerifier {
    private static final int SUBJECT_LENGTH_MAX = 255;

    private final JWSVerifier signature;
    private final SecuritySettings settings;
    private final Clock clock;

    @Inject
    TokenVerifier(SecuritySettings settings) {
        this(settings, Clock.systemUTC());
    }

    /** With a clock of its own: {@code exp} and {@code nbf} are held against it. */
    public TokenVerifier(SecuritySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        try {
            this.signature = new MACVerifier(settings.secret().getBytes(StandardCharsets.UTF_8));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("JWT_SECRET is no key for HS256: " + e.getMessage(), e);
        }
    }

    /**
     * Who the token speaks for; empty when it does not hold, for whatever reason.
     *
     * @param compact the token in JWS compact form
     */
    public Optional<Caller> verify(String compact) {
        try {
            SignedJWT token = SignedJWT.parse(compact);
            if (!JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm()) || !token.verify(signature)) {
                return Optional.empty();
            }
            JWTClaimsSet claims = token.getJWTClaimsSet();
            return isCurrent(claims) && isForUs(claims) && hasSubject(claims)
                    ? Optional.of(new Caller(claims.getSubject(), scopes(claims)))
                    : Optional.empty();
        } catch (ParseException | JOSEException | RuntimeException notAToken) {
            // The parser lets unchecked exceptions of its own through for some malformed input; none of it is a token.
            return Optional.empty();
        }
    }

    private boolean isCurrent(JWTClaimsSet claims) {
        Instant now = clock.instant();
        return claims.getExpirationTime() != null
                && now.isBefore(claims.getExpirationTime().toInstant())
                && (claims.getNotBeforeTime() == null
                        || !now.isBefore(claims.getNotBeforeTime().toInstant()));
    }

    private boolean isForUs(JWTClaimsSet claims) {
        return settings.issuer().equals(claims.getIssuer())
                && claims.getAudience().contains(settings.audience());
    }

    private static boolean hasSubject(JWTClaimsSet claims) {
        String subject = claims.getSubject();
        return subject != null && !subject.isEmpty() && subject.length() <= SUBJECT_LENGTH_MAX;
    }

    private static Set<String> scopes(JWTClaimsSet claims) {
        return claims.getClaim("scope") instanceof String scope
                ? Set.copyOf(List.of(scope.strip().split(" +")))
                : Set.of();
    }
}
