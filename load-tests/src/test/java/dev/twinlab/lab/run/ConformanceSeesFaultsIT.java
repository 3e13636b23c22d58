package dev.twinlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.contract.conformance.ConformanceReport;
import dev.twinlab.contract.conformance.ConformanceSuite;
import dev.twinlab.contract.conformance.Target;
import dev.twinlab.contract.conformance.TokenIssuer;
import dev.twinlab.lab.run.FaultyProxy.Fault;
import dev.twinlab.lab.run.FaultyProxy.Message;
import dev.twinlab.lab.run.ServiceLauncher.Launched;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A suite that cannot fail proves nothing: each broken promise must be found, on a service that keeps all the others. */
@Timeout(120)
class ConformanceSeesFaultsIT {
    private static final TokenIssuer TOKENS = new TokenIssuer(RealServices.SECRET);

    @TempDir
    private static Path logs = Path.of("");

    private static RealServices services;

    /** Breaks one promise each, and none where it does not apply. */
    enum Broken implements Fault {
        REQUEST_ID_NOT_ECHOED(answer -> answer.without("X-Request-Id").with("X-Request-Id: always-the-same-1")),
        CACHE_CONTROL_MISSING(answer -> answer.without("Cache-Control")),
        UNDOCUMENTED_HEADER(answer -> answer.with("X-Powered-By: chance")),
        CHARSET_IN_CONTENT_TYPE(answer -> answer.has("Content-Type")
                ? answer.without("Content-Type").with("Content-Type: application/json; charset=utf-8")
                : answer),
        CREATED_IS_OK(answer -> answer.withStart(answer.start().replace(" 201 ", " 200 "))),
        LOCATION_MISSING(answer -> answer.without("Location")),
        ENTITY_TAG_MISSING(answer -> answer.without("ETag")),
        CHALLENGE_MISSING(answer -> answer.without("WWW-Authenticate")),
        ALLOW_MISSING(answer -> answer.without("Allow")),
        REPLAY_NOT_SAID(answer -> answer.without("Idempotency-Replayed")),
        CONFLICT_IS_BAD_REQUEST(answer -> answer.withStart(answer.start().replace(" 409 ", " 400 "))),
        UNKNOWN_MEMBER(answer -> answer.withBody(answer.body().replaceFirst("^\\{", "{\"surprise\":1,"))),
        MONEY_AS_TEXT(answer ->
                answer.withBody(answer.body().replaceAll("\"amountMinor\":(\\d+)", "\"amountMinor\":\"$1\""))),
        ORDERS_START_CONFIRMED(answer -> answer.withBody(answer.body().replace("\"PENDING\"", "\"CONFIRMED\""))),
        TOTAL_ONE_TOO_HIGH(answer -> answer.withBody(
                answer.body().replaceAll("\"total\":\\{\"amountMinor\":(\\d+)", "\"total\":{\"amountMinor\":9$1"))),
        NO_NEXT_PAGE(answer ->
                answer.withBody(answer.body().replaceAll("\"nextCursor\":\"[^\"]*\"", "\"nextCursor\":null"))),
        PROBLEM_TYPE_IS_BLANK(
                answer -> answer.withBody(answer.body().replaceAll("\"type\":\"[^\"]*\"", "\"type\":\"about:blank\""))),
        HEAD_HAS_A_BODY((request, answer) -> request.startsWith("HEAD ") ? answer.withBody("{}") : answer),
        TOKENS_NOT_CHECKED() {
            @Override
            public Message request(Message request) {
                return request.without("Authorization").with("Authorization: Bearer " + TOKENS.writer("anybody"));
            }
        },
        ENTITY_TAGS_NOT_COMPARED() {
            @Override
            public Message request(Message request) {
                return request.without("If-None-Match");
            }
        },
        EACH_ORDER_IS_NEW() {
            @Override
            public Message request(Message request) {
                return request.has("Idempotency-Key")
                        ? request.without("Idempotency-Key").with("Idempotency-Key: " + UUID.randomUUID())
                        : request;
            }
        };

        private final BinaryAnswer change;

        /** From the request line and the answer to the broken answer. */
        private interface BinaryAnswer {
            Message apply(String requestLine, Message answer);
        }

        Broken() {
            this((request, answer) -> answer);
        }

        Broken(UnaryOperator<Message> change) {
            this((request, answer) -> change.apply(answer));
        }

        Broken(BinaryAnswer change) {
            this.change = change;
        }

        @Override
        public Message answer(String requestLine, Message answer) {
            return change.apply(requestLine, answer);
        }
    }

    @BeforeAll
    static void loadTheDatabase() throws InterruptedException {
        services = new RealServices(logs);
    }

    @AfterAll
    static void stopEverything() {
        services.close();
    }

    @ParameterizedTest
    @EnumSource
    void theSuiteFindsTheBrokenPromise(Broken fault) throws InterruptedException, IOException {
        try (Launched launched = services.start("helidon");
                var proxy = new FaultyProxy(URI.create(launched.baseUrl()), fault)) {
            ConformanceReport report = new ConformanceSuite().run(new Target(proxy.root(), Optional.empty(), TOKENS));

            assertThat(report.failures()).as(fault.name()).isNotEmpty();
            // All of them failing would mean that the proxy answers nothing at all.
            assertThat(report.results().size()).isGreaterThan(report.failures().size());
        }
    }

    @Test
    void anHonestRelayPasses() throws InterruptedException, IOException {
        try (Launched launched = services.start("helidon");
                var proxy = new FaultyProxy(URI.create(launched.baseUrl()), new Fault() {})) {
            ConformanceReport report = new ConformanceSuite().run(new Target(proxy.root(), Optional.empty(), TOKENS));

            assertThat(report.failures()).withFailMessage(report::toText).isEmpty();
        }
    }
}
