package dev.twinlab.helidon.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.helidon.security.TokenVerifier;
import dev.twinlab.helidon.security.Tokens;
import dev.twinlab.helidon.settings.SecuritySettings;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadTokensTest {
    private final TokenVerifier verifier =
            new TokenVerifier(new SecuritySettings(Tokens.SECRET, "twinlab", "twinlab-api", false));

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", ".", "..", "a.b.c", "a.b", "a.b.c.d", "nonsense", "e30.e30.", "\u0000.\u0000.\u0000"})
    void what_is_no_token_is_refused(String text) {
        assertThat(verifier.verify(text).isEmpty()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void claims_that_do_not_hold_are_refused(String name, String claims) {
        assertThat(verifier.verify(Tokens.hs256(Tokens.HEADER, claims)).isEmpty())
                .isTrue();
    }

    static Stream<Arguments> claims_that_do_not_hold_are_refused() {
        String good = Tokens.claims("");
        long now = Instant.now().getEpochSecond();
        Map<String, String> bad = new TreeMap<>();
        bad.put("another issuer", good.replace("\"twinlab\"", "\"somebody\""));
        bad.put("no issuer", good.replace("\"iss\":\"twinlab\",", ""));
        bad.put("another audience", good.replace("twinlab-api", "other"));
        bad.put("no audience", good.replace("\"aud\":\"twinlab-api\",", ""));
        bad.put("an audience that is a number", good.replace("\"twinlab-api\"", "7"));
        bad.put("no subject", good.replace("\"sub\":\"alice\",", ""));
        bad.put("an empty subject", good.replace("alice", ""));
        bad.put("a subject that is a number", good.replace("\"alice\"", "7"));
        bad.put("a subject of 256 characters", good.replace("alice", "s".repeat(256)));
        bad.put("a subject with a NUL", good.replace("alice", "a\\u0000b"));
        bad.put("no expiry", good.replaceAll(",\"exp\":[0-9]+", ""));
        bad.put("an expiry a second ago", good.replaceAll("\"exp\":[0-9]+", "\"exp\":" + (now - 1)));
        bad.put("an expiry that is a text", good.replaceAll("\"exp\":([0-9]+)", "\"exp\":\"$1\""));
        bad.put("an expiry beyond all time", good.replaceAll("\"exp\":[0-9]+", "\"exp\":1e300"));
        bad.put("not before the next minute", Tokens.claims(",\"nbf\":" + (now + 60)));
        bad.put("a not-before that is a text", Tokens.claims(",\"nbf\":\"1\""));
        bad.put("a list of claims", "[]");
        bad.put("half an object", "{");
        bad.put("nothing", "");
        return bad.entrySet().stream().map(it -> Arguments.of(it.getKey(), it.getValue()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"alg\":\"none\"}",
                "{\"alg\":\"hs256\"}",
                "{\"alg\":\"HS512\"}",
                "{\"alg\":\"RS256\"}",
                "{\"alg\":5}",
                "{\"alg\":\"HS256\",\"crit\":[\"x\"],\"x\":1}",
                "[]",
                "{"
            })
    void headers_other_than_ours_are_refused(String header) {
        assertThat(verifier.verify(Tokens.hs256(header, Tokens.claims(""))).isEmpty())
                .isTrue();
    }

    @Test
    void an_unsigned_token_is_refused() {
        String content = Tokens.encoded("{\"alg\":\"none\"}") + '.' + Tokens.encoded(Tokens.claims("")) + '.';

        assertThat(verifier.verify(content).isEmpty()).isTrue();
    }

    @Test
    void a_signature_of_another_algorithm_or_secret_is_refused() {
        String claims = Tokens.claims("");

        assertThat(verifier.verify(Tokens.signed("{\"alg\":\"HS512\"}", claims, "HmacSHA512", Tokens.SECRET))
                        .isEmpty())
                .isTrue();
        assertThat(verifier.verify(Tokens.signed(Tokens.HEADER, claims, "HmacSHA256", "x".repeat(32)))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void claims_under_the_signature_of_others_are_refused() {
        String[] mine = Tokens.hs256(Tokens.HEADER, Tokens.claims("")).split("\\.");
        String[] admin = Tokens.hs256(Tokens.HEADER, Tokens.claims("").replace("alice", "admin"))
                .split("\\.");

        assertThat(verifier.verify(mine[0] + '.' + admin[1] + '.' + mine[2]).isEmpty())
                .isTrue();
    }
}
