package dev.twinlab.helidon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReadingTest {
    @ParameterizedTest
    @CsvSource({
        "/a/b?c=d, /a/b",
        "/a%2Fb, /a%2Fb",
        "//a, //a",
        "/a?u=http://x/y, /a",
        "http://host:1/a?b, /a",
        "http://host, /",
        "*, *"
    })
    void the_path_is_what_was_sent_before_the_query(String target, String path) {
        assertThat(RawPaths.of(target)).isEqualTo(path);
    }

    @Test
    void every_value_of_a_parameter_is_read_in_order() {
        assertThat(QueryValues.in("a=1&b=2&a=&a&%61=3+%C3%A4&aa=4", "a")).containsExactly("1", "", "", "3 \u00e4");
        assertThat(QueryValues.in("&&=x&", "a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%z1", "a=1&%=2", "a=%C3%", "|", "a=\"", "{}", "a\\b"})
    void a_query_that_no_uri_could_have_is_malformed(String query) {
        assertThat(QueryValues.isWellFormed(query)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&b", "&&", "=", "a=%C3%A4+%2B", "a=?/:@!$'()*,;[x]~", "%ff"})
    void any_other_query_is_well_formed(String query) {
        assertThat(QueryValues.isWellFormed(query)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b, /a/b, true",
        "/a/b, /a/b/, false",
        "/a/b, /a//b, false",
        "/a/b, /a/%62, false",
        "/a/{x}, /a/b, true",
        "/a/{x}, /a/%62, true",
        "/a/{x}, /a/, false",
        "/a/{x}, /a//b, false",
        "/a/{x}, /a/b/c, false",
        "/a/{x}, /a/b;c=d, false",
        "/a/{x}, /a/./b, false",
        "/a/{x}/c, /a/b/c, true",
        "/a/{x}/c, /a/c, false",
        "/a/{x}/c, /a//c, false",
        "/a/{x}/c, /a/b%2Fc, false"
    })
    void a_path_fits_a_template_only_as_it_was_sent(String template, String path, boolean fits) {
        assertThat(new ExactPaths(template).fits(path)).isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "*/*",
                "application/*;q=0.1",
                "text/html, */*;q=0.1",
                "garbage, application/json;q=0.5",
                "",
                " , "
            })
    void json_is_acceptable(String accept) {
        assertThat(Negotiation.acceptsJson(List.of(accept))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/problem+json",
                "application/json;q=0",
                "application/json;q=0, */*",
                "application/json;q=much",
                "*/*;q=0.0",
                "garbage"
            })
    void json_is_not_acceptable(String accept) {
        assertThat(Negotiation.acceptsJson(List.of(accept))).isFalse();
    }

    @Test
    void without_the_header_anything_is_acceptable_and_several_count_as_one() {
        assertThat(Negotiation.acceptsJson(List.of())).isTrue();
        assertThat(Negotiation.acceptsJson(List.of("text/html", "application/json")))
                .isTrue();
        assertThat(Negotiation.acceptsJson(List.of("application/json;q=0", "*/*")))
                .isFalse();
    }
}
