package dev.twinlab.helidon.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.contract.http.Paths;
import dev.twinlab.helidon.health.Drain;
import dev.twinlab.helidon.ping.PingResource;
import dev.twinlab.helidon.security.BearerTokenFilter;
import dev.twinlab.helidon.security.TokenVerifier;
import dev.twinlab.helidon.security.Tokens;
import dev.twinlab.helidon.settings.SecuritySettings;
import dev.twinlab.helidon.telemetry.Meters;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, byte by byte: HTTP clients hide most of it. */
class WireTest {
    private static final String HOST = "Host: x\r\n";
    private static final String LAST = "Connection: close\r\n";
    private static final String ECHO = "/echo";
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3}) ");
    private static final Drain DRAIN = new Drain();

    private static WebServer server;

    @BeforeAll
    static void start() {
        var settings = new SecuritySettings(Tokens.SECRET, "twinlab", "twinlab-api", false);
        var routes = new ApiRoutes(new BearerTokenFilter(new TokenVerifier(settings), settings, new Meters()));
        new PingResource().register(routes);
        routes.get("/not-modified", (request, response) -> Responses.notModified(request, response));
        var routing = HttpRouting.builder().addFilter(new RequestContextFilter(DRAIN));
        ProblemResponses.register(routing);
        routing.post(
                ECHO,
                (request, response) ->
                        Responses.json(request, response, Status.OK_200, RequestLimits.body(request).length));
        routes.register(routing);
        var builder = WebServer.builder();
        Listeners.configure(builder, 0, Duration.ofMillis(100));
        server = builder.routing(routing).build().start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void an_answer_has_the_contracts_headers_and_no_other() throws IOException {
        String answer = exchange(get(Paths.PING, "X-Request-Id: abcdefgh\r\n") + get("/nothing", LAST));

        assertThat(answer.substring(0, answer.indexOf("\r\n\r\n")).replaceFirst("Date: [^\r]+", "Date: *"))
                .isEqualToNormalizingNewlines("""
                        HTTP/1.1 200 OK
                        Date: *
                        Cache-Control: no-store
                        Content-Length: 18
                        Content-Type: application/json
                        X-Request-Id: abcdefgh
                        X-Variant: helidon""");
    }

    @Test
    void head_has_the_length_but_not_the_body() throws IOException {
        String answers = exchange(get(Paths.PING, "").replace("GET", "HEAD")
                + get("/nothing", "").replace("GET", "HEAD")
                + get(Paths.PING, LAST));

        assertThat(statuses(answers)).containsExactly("200", "404", "200");
        assertThat(answers).containsOnlyOnce("pong").containsOnlyOnce("{").contains("Content-Length: 18\r\n");
    }

    @Test
    void not_modified_has_neither_body_nor_length() throws IOException {
        assertThat(exchange(get("/not-modified", LAST)))
                .startsWith("HTTP/1.1 304 ")
                .endsWith("\r\n\r\n")
                .doesNotContain("Content-Length");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/v1/ping",
                "/api//v1/ping",
                "/api/./v1/ping",
                "/x/../api/v1/ping",
                "/api/v1/ping;a=b",
                "/api;a/v1/ping",
                "/api/v1/ping/",
                "/api/v1/ping/.",
                "/api/v1%2Fping/",
                "/api/v1/p%69ng"
            })
    void another_spelling_is_another_path(String path) throws IOException {
        assertThat(exchange(get(path, LAST)))
                .startsWith("HTTP/1.1 404 ")
                .contains("problem:not-found", "\"instance\":\"" + path + '"');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\n" + HOST,
                "GET /a b HTTP/1.1\r\n" + HOST,
                "G@T / HTTP/1.1\r\n" + HOST,
                "GET / HTTP/1.1\r\nBad Header: x\r\n",
                "GET / HTTP/1.0\r\n",
                "nonsense\r\n",
                "POST /echo HTTP/1.1\r\nContent-Length: x\r\n",
                "POST /echo HTTP/1.1\r\nContent-Length: -1\r\n",
                "POST /echo HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n",
                "POST /echo HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n",
                "POST /echo HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n"
            })
    void a_malformed_request_is_answered_once_and_ends_its_connection(String head) throws IOException {
        String answer = exchange(head + "\r\n" + get(Paths.PING, LAST));

        assertThat(statuses(answer)).containsExactly("400");
        assertThat(answer)
                .contains("problem:malformed-request", "Connection: close", "Cache-Control: no-store", "Date: ")
                .contains("X-Variant: helidon", "X-Request-Id: ", "Content-Length: ")
                .contains("Content-Type: application/problem+json\r\n");
    }

    @Test
    void a_malformed_query_comes_before_the_path() throws IOException {
        assertThat(statuses(exchange(get("/nothing?a=%zz", "") + get(Paths.PING + "?a=|", "") + get("/nothing", LAST))))
                .containsExactly("400", "400", "404");
    }

    @Test
    void a_body_of_64_KiB_is_read_and_one_more_byte_is_not() throws IOException {
        assertThat(statuses(exchange(post("x".repeat(65_536)) + post("x".repeat(65_537)) + get(Paths.PING, LAST))))
                .containsExactly("200", "413", "200");
    }

    @Test
    void chunks_are_counted_as_well() throws IOException {
        String chunk = "1000\r\n" + "x".repeat(0x1000) + "\r\n";

        assertThat(statuses(exchange(chunked(chunk.repeat(16) + "0\r\n\r\n")
                        + chunked(chunk.repeat(17) + "0\r\n\r\n")
                        + get(Paths.PING, LAST))))
                .containsExactly("200", "413", "200");
    }

    @Test
    void a_chunk_that_would_not_fit_into_memory_is_refused_by_its_size() throws IOException {
        assertThat(statuses(exchange(chunked("7fffffff\r\nx")))).containsExactly("413");
    }

    @Test
    void malformed_chunks_end_the_connection() throws IOException {
        assertThat(statuses(exchange(chunked("zz\r\nx\r\n0\r\n\r\n") + get(Paths.PING, LAST))))
                .containsExactly("400");
    }

    @Test
    void a_client_that_waits_for_100_is_told_413_instead() throws IOException {
        String answer = exchange(
                "POST " + ECHO + " HTTP/1.1\r\n" + HOST + "Content-Length: 70000\r\nExpect: 100-continue\r\n\r\n");

        assertThat(statuses(answer)).containsExactly("413");
    }

    @Test
    void a_body_that_nobody_reads_is_not_the_next_request() throws IOException {
        String smuggled = get(Paths.PING, "");

        assertThat(statuses(exchange("POST /nothing HTTP/1.1\r\n" + HOST + "Content-Length: " + smuggled.length()
                        + "\r\n\r\n" + smuggled + get(Paths.PING, LAST))))
                .containsExactly("404", "200");
    }

    @Test
    void the_server_closes_where_the_client_asked_for_it() throws IOException {
        assertThat(statuses(exchange(get(Paths.PING, LAST) + get(Paths.PING, ""))))
                .containsExactly("200");
    }

    private static String get(String path, String headers) {
        return "GET " + path + " HTTP/1.1\r\n" + HOST + headers + "\r\n";
    }

    private static String post(String body) {
        return "POST " + ECHO + " HTTP/1.1\r\n" + HOST + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String chunked(String chunks) {
        return "POST " + ECHO + " HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n" + chunks;
    }

    private static List<String> statuses(String answers) {
        return STATUS.matcher(answers).results().map(it -> it.group(1)).toList();
    }

    /** Sends all of it and reads until the server closes. */
    private static String exchange(String request) throws IOException {
        try (var socket = new Socket("localhost", server.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
