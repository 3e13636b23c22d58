package dev.twinlab.helidon.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.helidon.settings.SecuritySettings;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenVerifierTest {
    private final TokenVerifier verifier =
            new TokenVerifier(new SecuritySettings(Tokens.SECRET, "twinlab", "twinlab-api", false));

    @Test
    void a_good_token_names_its_subject_and_scopes() {
        String token = Tokens.hs256(Tokens.HEADER, Tokens.claims(",\"scope\":\"a orders:write\",\"nbf\":1"));

        assertThat(verifier.verify(token)).contains(new Caller("alice", Set.of("a", "orders:write")));
    }

    @Test
    void one_of_several_audiences_is_enough() {
        String token = Tokens.hs256(
                Tokens.HEADER, Tokens.claims("").replace("\"twinlab-api\"", "[\"other\",\"twinlab-api\"]"));

        assertThat(verifier.verify(token)).isPresent();
    }

    @Test
    void a_key_id_does_not_matter_because_there_is_one_key() {
        String token = Tokens.hs256("{\"alg\":\"HS256\",\"kid\":\"whatever\"}", Tokens.claims(""));

        assertThat(verifier.verify(token)).isPresent();
    }

    @Test
    void a_scope_that_is_no_text_gives_no_rights() {
        String token = Tokens.hs256(Tokens.HEADER, Tokens.claims(",\"scope\":[\"orders:write\"]"));

        assertThat(verifier.verify(token)).contains(new Caller("alice", Set.of()));
    }
}
