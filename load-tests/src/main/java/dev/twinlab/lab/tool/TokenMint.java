package dev.twinlab.lab.tool;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.twinlab.contract.operations.SettingNames;
import dev.twinlab.lab.LabFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Makes bearer tokens that both services accept, for tests and load; no replacement for an identity provider. */
public final class TokenMint {
    private static final int SECRET_MIN = 32;

    private final MACSigner signer;

    /** @param secret of HS256, 32 bytes or more */
    public TokenMint(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SECRET_MIN) {
            throw new LabFailure(
                    "The JWT secret has %d bytes, and HS256 needs %d or more.".formatted(bytes.length, SECRET_MIN));
        }
        try {
            signer = new MACSigner(bytes);
        } catch (JOSEException e) {
            throw new LabFailure("The JWT secret cannot be used for HS256: " + e.getMessage() + ".", e);
        }
    }

    /**
     * A signed token.
     *
     * @param subject whose it is, 1..255 characters
     * @param scope scopes with spaces between; may be empty
     * @param timeToLive from now
     */
    public String token(String subject, String scope, Duration timeToLive) {
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(SettingNames.DEFAULT_JWT_ISSUER)
                .audience(SettingNames.DEFAULT_JWT_AUDIENCE)
                .subject(subject)
                .claim("scope", scope)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(timeToLive)))
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("HS256 does not sign", e);
        }
        return token.serialize();
    }
}
