package dev.twinlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.contract.conformance.ConformanceReport;
import dev.twinlab.contract.conformance.ConformanceSuite;
import dev.twinlab.contract.conformance.Target;
import dev.twinlab.contract.conformance.TokenIssuer;
import dev.twinlab.contract.conformance.twin.RequestStream;
import dev.twinlab.contract.conformance.twin.TwinComparator;
import dev.twinlab.contract.operations.VersionInfo;
import dev.twinlab.lab.run.ServiceLauncher.Launched;
import dev.twinlab.migrations.DataSet;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two jars as they are shipped: each against the contract, and against each other. */
@Timeout(300)
class PackagedServicesIT {
    private static final TokenIssuer TOKENS = new TokenIssuer(RealServices.SECRET);
    private static final int STREAM = 2500;
    private static final long SEED = 20_260_101;

    @TempDir
    private static Path logs = Path.of("");

    private static RealServices services;

    @BeforeAll
    static void loadTheDatabase() throws InterruptedException {
        services = new RealServices(logs);
    }

    @AfterAll
    static void stopEverything() {
        services.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"helidon", "micronaut"})
    void keepsEveryPromiseOfTheContract(String service) throws InterruptedException {
        try (Launched launched = services.start(service)) {
            ConformanceReport report = new ConformanceSuite()
                    .run(new Target(
                            URI.create(launched.baseUrl()), Optional.of(URI.create(launched.managementUrl())), TOKENS));

            assertThat(report.failures()).withFailMessage(report::toText).isEmpty();
            assertThat(report.results()).hasSizeGreaterThan(200);
        }
    }

    @Test
    void theTwinsAnswerARandomStreamAlike() throws InterruptedException {
        try (Launched helidon = services.start("helidon");
                Launched micronaut = services.start("micronaut")) {
            var stream = new RequestStream(SEED, TOKENS, DataSet.SMALL.products()).take(STREAM);

            TwinComparator.Outcome outcome =
                    new TwinComparator(URI.create(helidon.baseUrl()), URI.create(micronaut.baseUrl())).compare(stream);

            assertThat(outcome.differences())
                    .withFailMessage(() -> String.join("\n", outcome.differences()))
                    .isEmpty();
            // A stream that only meets errors, or only successes, would prove little.
            assertThat(outcome.statuses()).containsKeys(200, 201, 304, 400, 401, 404, 405, 406, 409, 415, 422);
            assertThat(outcome.statuses()).doesNotContainKey(500);
        }
    }

    @Test
    void theTwinComparisonSeesADifference() throws InterruptedException {
        try (Launched one = services.start("helidon");
                Launched other = services.start("helidon")) {
            var issuer = new TokenIssuer("another-secret-of-32-bytes-and-more");
            // One side has sold something before: stock and entity tags differ from then on.
            new TwinComparator(URI.create(one.baseUrl()), URI.create(one.baseUrl()))
                    .compare(new RequestStream(1, TOKENS, DataSet.SMALL.products()).take(100));

            TwinComparator.Outcome outcome = new TwinComparator(URI.create(one.baseUrl()), URI.create(other.baseUrl()))
                    .compare(new RequestStream(2, issuer, DataSet.SMALL.products()).take(500));

            assertThat(outcome.differences()).isNotEmpty();
        }
    }

    @Test
    void bothRunTheVersionsThatTheBuildPins() throws InterruptedException {
        try (Launched helidon = services.start("helidon");
                Launched micronaut = services.start("micronaut")) {
            VersionInfo one = RunExecutor.version(helidon).orElseThrow();
            VersionInfo other = RunExecutor.version(micronaut).orElseThrow();

            assertThat(one.variant()).isEqualTo("helidon");
            assertThat(other.variant()).isEqualTo("micronaut");
            assertThat(one.framework().version()).isEqualTo("4.1.2");
            assertThat(one.pool()).isEqualTo(other.pool());
            assertThat(one.jvm()).isEqualTo(other.jvm());
            assertThat(one.buildId()).isEqualTo(other.buildId());
            assertThat(one.jvm().version()).startsWith("25");
            for (Map.Entry<String, String> pin : Pins.load().entrySet()) {
                if (one.libraries().containsKey(pin.getKey())
                        || other.libraries().containsKey(pin.getKey())) {
                    assertThat(one.libraries()).contains(pin);
                    assertThat(other.libraries()).contains(pin);
                }
            }
            assertThat(one.libraries())
                    .containsKeys("HikariCP", "postgresql", "logback-classic", "slf4j-api", "micrometer-core");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"helidon", "micronaut"})
    void stopsWithZeroOnSigterm(String service) throws InterruptedException {
        try (Launched launched = services.start(service)) {
            assertThat(launched.process().stop(Duration.ofSeconds(20))).isZero();
        }
    }
}
