package dev.twinlab.contract.conformance;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.twinlab.contract.operations.SettingNames;
import dev.twinlab.contract.security.Scopes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;

/**
 * Makes bearer tokens, good ones and, for the suite, bad ones.
 *
 * @param secret of HS256, 32 bytes or more
 * @param issuer {@code iss}
 * @param audience {@code aud}
 */
public record TokenIssuer(String secret, String issuer, String audience) {
    private static final Duration LIFE = Duration.ofMinutes(30);
    // HS512 wants 64 bytes; a secret that is long enough for it differs from the service's only in the algorithm.
    private static final int HS512_BYTES = 64;

    /** With the default issuer and audience. */
    public TokenIssuer(String secret) {
        this(secret, SettingNames.DEFAULT_JWT_ISSUER, SettingNames.DEFAULT_JWT_AUDIENCE);
    }

    /** A token that may write. */
    public String writer(String subject) {
        return signed(claims(subject).claim("scope", Scopes.ORDERS_WRITE).build());
    }

    /** A token whose claims were changed from those of {@link #writer}. */
    String changed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(change.apply(claims("suite").claim("scope", Scopes.ORDERS_WRITE))
                .build());
    }

    String unsigned() {
        return new PlainJWT(claims("suite").claim("scope", Scopes.ORDERS_WRITE).build()).serialize();
    }

    String hs512() {
        String key = secret.repeat(1 + HS512_BYTES / secret.length());
        return signed(
                JWSAlgorithm.HS512,
                key,
                claims("suite").claim("scope", Scopes.ORDERS_WRITE).build());
    }

    String ofAnotherSecret() {
        return new TokenIssuer("another-secret-of-32-bytes-and-more", issuer, audience).writer("suite");
    }

    private JWTClaimsSet.Builder claims(String subject) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .subject(subject)
                .issuer(issuer)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)));
    }

    private String signed(JWTClaimsSet claims) {
        return signed(JWSAlgorithm.HS256, secret, claims);
    }

    private static String signed(JWSAlgorithm algorithm, String key, JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(new JWSHeader(algorithm), claims);
            token.sign(new MACSigner(key.getBytes(StandardCharsets.UTF_8)));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalArgumentException("the JWT secret cannot sign: " + e.getMessage(), e);
        }
    }
}
