package dev.twinlab.micronaut.security.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.twinlab.micronaut.security.TokenVerifier;
import dev.twinlab.micronaut.settings.SecuritySettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadTokensTest {
    /** Long enough for HS512, so that only the pinned algorithm can refuse it. */
    private static final String SECRET = "0123456789abcdef".repeat(4);

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final TokenVerifier verifier = new TokenVerifier(
            new SecuritySettings(SECRET, "twinlab", "twinlab-api", false), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void theTokenThatTheOthersAreBentFromIsGood() throws JOSEException {
        assertThat(verifier.verify(signed(JWSAlgorithm.HS256, SECRET, good().build())))
                .hasValueSatisfying(caller -> {
                    assertThat(caller.subject()).isEqualTo("alice");
                    assertThat(caller.scopes()).containsExactlyInAnyOrder("orders:write", "other");
                });
    }

    @ParameterizedTest
    @MethodSource("bentClaims")
    void claimsThatDoNotHold(UnaryOperator<JWTClaimsSet.Builder> bend) throws JOSEException {
        assertThat(verifier.verify(
                        signed(JWSAlgorithm.HS256, SECRET, bend.apply(good()).build())))
                .isEmpty();
    }

    static Stream<UnaryOperator<JWTClaimsSet.Builder>> bentClaims() {
        return Stream.of(
                it -> it.expirationTime(null),
                it -> it.expirationTime(Date.from(NOW)),
                it -> it.notBeforeTime(Date.from(NOW.plusSeconds(1))),
                it -> it.issuer(null),
                it -> it.issuer("evil-twinlab"),
                it -> it.audience((String) null),
                it -> it.audience("another-api"),
                it -> it.subject(null),
                it -> it.subject(""),
                it -> it.subject("x".repeat(256)));
    }

    @Test
    void aScopeThatIsNoTextAllowsNothing() throws JOSEException {
        assertThat(verifier.verify(signed(
                        JWSAlgorithm.HS256, SECRET, good().claim("scope", 7).build())))
                .hasValueSatisfying(caller -> assertThat(caller.scopes()).isEmpty());
    }

    @Test
    void otherAlgorithmsWithTheRightSecret() throws JOSEException {
        assertThat(verifier.verify(signed(JWSAlgorithm.HS384, SECRET, good().build())))
                .isEmpty();
        assertThat(verifier.verify(signed(JWSAlgorithm.HS512, SECRET, good().build())))
                .isEmpty();
        assertThat(verifier.verify(new PlainJWT(good().build()).serialize())).isEmpty();
    }

    @Test
    void anotherSecret() throws JOSEException {
        assertThat(verifier.verify(signed(JWSAlgorithm.HS256, "x".repeat(64), good().build())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "e30.e30.", "not a token", "e30.e30.e30.e30.e30"})
    void textThatIsNoToken(String text) {
        assertThat(verifier.verify(text)).isEmpty();
    }

    private static JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .subject("alice")
                .issuer("twinlab")
                .audience("twinlab-api")
                .expirationTime(Date.from(NOW.plusSeconds(60)))
                .claim("scope", "orders:write other");
    }

    private static String signed(JWSAlgorithm algorithm, String secret, JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(new JWSHeader(algorithm), claims);
        token.sign(new MACSigner(secret));
        return token.serialize();
    }
}
