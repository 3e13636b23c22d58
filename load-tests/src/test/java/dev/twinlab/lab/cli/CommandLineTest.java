package dev.twinlab.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.twinlab.lab.LabFailure;
import dev.twinlab.lab.run.Conformance;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user types, and what comes back: one sentence and an exit code, never a stack trace. */
class CommandLineTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AtomicReference<String> checked = new AtomicReference<>("");
    private Conformance.Result conformance =
            new Conformance.Result(true, "12 of 12 checks passed", "12 of 12 checks passed\n");

    @BeforeEach
    void project() {
        System.setProperty(
                "twinlab.root", Path.of("..").toAbsolutePath().normalize().toString());
    }

    @AfterEach
    void noProject() {
        System.clearProperty("twinlab.root");
        System.clearProperty("twinlab.helidon.jar");
    }

    private int lab(String... arguments) {
        return Main.commandLine(
                        (api, management, secret) -> {
                            checked.set(api + " " + management + " " + secret);
                            return conformance;
                        },
                        (campaign, terminal) -> {
                            terminal.println("reported " + campaign.getFileName());
                            return 10;
                        })
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private void assertOneSentence(String part) {
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(part).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\"', textBlock = """
            bench --plan quikc                 | There is no plan 'quikc'
            bench --policy unfair              | There is no policy 'unfair'
            bench --variants jvm,aot           | There is no variant 'aot': the one that can be measured is jvm.
            bench --plan tiny --seed -1        | The seed -1 is not between 0 and 2147483647.
            report no-such-run                 | There is no recorded run 'no-such-run'
            compare no-such-run other          | There is no recorded run 'no-such-run'
            history /no/such/folder            | /no/such/folder does not exist; a history is of a folder with campaigns in it
            token --ttl soon                   | The time to live 'soon' is not a time such as
            token --ttl 0s                     | The time to live '0s' is not between 1s and 30d.
            conform not-a-url                  | 'not-a-url' is not a URL such as http://localhost:8080.
            conform http://localhost:1 --secret-file /no/such/file | The secret's file '/no/such/file' cannot be read
            """)
    void badInputIsAnsweredInOneSentence(String line, String part) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), SECRET);
        String full = line.startsWith("token") ? line + " --secret-file " + secret : line;

        assertThat(lab(full.split(" "))).isEqualTo(ExitCodes.ERROR);
        assertOneSentence(part);
    }

    @Test
    void aMissingJarIsNamed() {
        System.setProperty("twinlab.helidon.jar", "/no/such.jar");

        assertThat(lab("bench", "--plan", "tiny", "--results", folder.toString()))
                .isEqualTo(ExitCodes.ERROR);
        assertOneSentence("The jar of helidon is not at /no/such.jar: run ./lab bench, which builds it.");
    }

    @Test
    void withoutAProjectTheLabSaysHowToStartIt() {
        System.clearProperty("twinlab.root");

        assertThat(lab("doctor")).isEqualTo(ExitCodes.ERROR);
        assertOneSentence("start it with ./lab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "bench --nonsense", "report", "compare one"})
    void usageErrorsExitWithTwo(String line) {
        assertThat(lab(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).isNotBlank().doesNotContain("\tat ");
    }

    @Test
    void tokensHoldWhatWasAsked() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");

        assertThat(lab(
                        "token",
                        "--subject",
                        "ann",
                        "--scope",
                        "a b",
                        "--ttl",
                        "15m",
                        "--secret-file",
                        secret.toString()))
                .isZero();

        SignedJWT token = SignedJWT.parse(out.toString().strip());
        assertThat(token.verify(new MACVerifier(SECRET))).isTrue();
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("ann");
        assertThat(token.getJWTClaimsSet().getStringClaim("scope")).isEqualTo("a b");
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("twinlab");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("twinlab-api");
        assertThat(Duration.between(
                        token.getJWTClaimsSet().getIssueTime().toInstant(),
                        token.getJWTClaimsSet().getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aShortSecretIsRefused() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "short");

        assertThat(lab("token", "--secret-file", secret.toString())).isEqualTo(ExitCodes.ERROR);
        assertOneSentence("The JWT secret has 5 bytes, and HS256 needs 32 or more.");
    }

    @Test
    void conformTellsTheOutcome() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), SECRET);

        assertThat(lab("conform", "http://localhost:8080/", "--secret-file", secret.toString()))
                .isZero();
        assertThat(out.toString()).contains("12 of 12 checks passed");
        assertThat(checked.get()).isEqualTo("http://localhost:8080 Optional.empty " + SECRET);

        conformance = new Conformance.Result(
                false, "11 of 12 checks passed; first failure: ping", "11 of 12 checks passed; first failure: ping\n");
        assertThat(lab(
                        "conform",
                        "http://localhost:8080",
                        "--management",
                        "http://host:9",
                        "--secret-file",
                        secret.toString()))
                .isEqualTo(ExitCodes.ERROR);
    }

    @Test
    void reportTakesAFolder() throws IOException {
        Files.writeString(folder.resolve("manifest.json"), "{}");

        assertThat(lab("report", folder.toString())).isEqualTo(10);
        assertThat(out.toString()).contains("reported " + folder.getFileName());
    }

    @Test
    void doctorListsEveryComponent() {
        lab("doctor");

        assertThat(out.toString())
                .contains(
                        "JDK",
                        "k6",
                        "PostgreSQL",
                        "taskset",
                        "git",
                        "helidon jar",
                        "micronaut jar",
                        "results",
                        "cores");
    }

    @Test
    void timesToLiveHaveUnits() {
        assertThat(TokenCommand.duration("90s")).isEqualTo(Duration.ofSeconds(90));
        assertThat(TokenCommand.duration("7d")).isEqualTo(Duration.ofDays(7));
        assertThatThrownBy(() -> TokenCommand.duration("31d")).isInstanceOf(LabFailure.class);
    }
}
