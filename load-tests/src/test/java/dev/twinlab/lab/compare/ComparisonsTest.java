package dev.twinlab.lab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twinlab.lab.analyse.SyntheticCampaign;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonsTest {
    private static final Path PUBLISHED = Path.of("..", "docs", "results", "20261121T011204Z-0efb463");
    private static final List<String> VERDICT_WORDS =
            List.of("  better", "  worse", "  equivalent", "  inconclusive", "  lower", "  higher");

    @TempDir
    private Path folder;

    @Test
    void twoCampaignsOfTheSameCodeChangeNothing() throws IOException {
        Path first = named(SyntheticCampaign.aa().helidon(0.7), "one");
        Path second = named(SyntheticCampaign.aa().helidon(0.7).seed(2), "two");

        String text = compare(first, second, 0);

        assertThat(text)
                .contains("changed  nothing that was recorded")
                .contains("The intervals of the two campaigns overlap on 7 of 7 judged metrics.")
                .contains("equivalent")
                .doesNotContain("  better", "  worse", "not comparable");
    }

    @Test
    void whatOneCommitMadeSlowerIsFoundInItsServiceAlone() throws IOException {
        Path first = named(SyntheticCampaign.aa(), "one");
        Path second = named(SyntheticCampaign.aa().helidon(1.3).seed(2), "two");
        replace(second.resolve("manifest.json"), "\"commit\" : \"0123abc\"", "\"commit\" : \"fedcba9\"");

        String text = compare(first, second, 0);

        assertThat(text).contains("changed  commit 0123abc → fedcba9");
        assertThat(text.lines().filter(it -> it.contains("Helidon") && it.endsWith("  worse")))
                .hasSizeGreaterThanOrEqualTo(6);
        assertThat(text.lines().filter(it -> it.contains("  Micronaut  ")))
                .noneMatch(it -> it.endsWith("  worse") || it.endsWith("  better"));
        assertThat(text.lines().filter(it -> it.endsWith("apart"))).isNotEmpty();
    }

    @Test
    void aRecordedCampaignBesideItsCopyWithSlowerStarts() throws IOException {
        Path copy = copy("copy");
        for (int block = 1; block <= 10; block++) {
            Path run = copy.resolve("runs/startup-b%02d-micronaut-1.json".formatted(block));
            String text = Files.readString(run);
            double before = Double.parseDouble(text.replaceAll("(?s).*\"toFirstResponseMs\" : ([0-9.]+).*", "$1"));
            Files.writeString(
                    run,
                    text.replaceAll("\"toFirstResponseMs\" : [0-9.]+", "\"toFirstResponseMs\" : " + before * 1.25));
        }
        replace(copy.resolve("manifest.json"), "\"commit\" : \"0efb463\"", "\"commit\" : \"0efb464\"");

        String text = compare(PUBLISHED, copy, 0);

        assertThat(text).contains("commit 0efb463 → 0efb464");
        assertThat(text.lines().filter(it -> it.endsWith("  worse")))
                .singleElement()
                .asString()
                .startsWith("Start to first correct answer (ms)")
                .contains("Micronaut", "4,142", "5,177", "1.250 [");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            environment.json | "processors" : 2   | "processors" : 4   | environment's processors 2 → 4
            environment.json | "grade" : "C"      | "grade" : "B"      | environment's grade C → B
            environment.json | "kernel" : "6.18   | "kernel" : "6.19   | environment's kernel 6.18.44-fc-v669 → 6.19.44-fc-v669
            manifest.json    | "k6" : "2.2.0"     | "k6" : "2.3.0"     | tool k6 2.2.0 → 2.3.0
            end.json         | helidon: 214 of    | helidon: 213 of    | copy is invalid
            """)
    void unequalTermsAreNamedAndNothingIsCalledBetter(String file, String one, String other, String clause)
            throws IOException {
        Path copy = copy("copy");
        replace(copy.resolve(file), one, other);

        String text = compare(PUBLISHED, copy, Comparisons.NOT_COMPARABLE);

        assertThat(text).contains("not comparable: " + clause);
        assertThat(text.lines().filter(it -> VERDICT_WORDS.stream().anyMatch(it::endsWith)))
                .isEmpty();
    }

    @Test
    void aCampaignIsNotComparedWithItself() {
        assertThat(compare(PUBLISHED, PUBLISHED, Comparisons.NOT_COMPARABLE))
                .contains("not comparable: both are the campaign 20261121T011204Z-0efb463");
    }

    @Test
    void anotherHeapIsAChangeAndAnotherLoadAnObstacle() throws IOException {
        Path heap = copy("heap");
        plan(heap, "heapMib: 256", "heapMib: 512");
        assertThat(compare(PUBLISHED, heap, 0)).contains("changed  plan's heapMib 256 → 512");

        Path load = copy("load");
        plan(load, "connections: 150", "connections: 50");
        assertThat(compare(PUBLISHED, load, Comparisons.NOT_COMPARABLE))
                .contains("not comparable: plan's connections 150 → 50");
    }

    @Test
    void theSameFilesGiveTheSameTextInEveryLocale() throws IOException {
        Path copy = copy("copy");
        String text = compare(PUBLISHED, copy, 0);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(compare(PUBLISHED, copy, 0)).isEqualTo(text);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aHistoryHasEveryCampaignOldestFirst() throws IOException {
        Path later = copy("later");
        replace(later.resolve("manifest.json"), "2026-11-21T01:12:05.282Z", "2026-11-22T01:12:05.282Z");
        Path elsewhere = copy("elsewhere");
        replace(elsewhere.resolve("manifest.json"), "2026-11-21T01:12:05.282Z", "2026-11-20T01:12:05.282Z");
        replace(elsewhere.resolve("environment.json"), "\"processors\" : 2", "\"processors\" : 8");
        Path killed = copy("killed");
        Files.delete(killed.resolve("end.json"));
        Path broken = copy("broken");
        Files.writeString(broken.resolve("environment.json"), "{");
        Files.createDirectories(folder.resolve("no-campaign"));

        StringWriter out = new StringWriter();
        Comparisons.history(folder, new PrintWriter(out));
        List<String> lines = out.toString().lines().toList();

        assertThat(lines.get(1)).startsWith("started").contains("machine", "grade", "outcome");
        assertThat(lines.get(2)).startsWith("2026-11-20 01:12Z  elsewhere").contains("  1  ");
        assertThat(lines.get(3)).startsWith("2026-11-21 01:12Z  killed").contains("  2  ", "invalid");
        assertThat(lines.get(4)).startsWith("2026-11-22 01:12Z  later").contains("  2  ", "inconclusive");
        assertThat(out.toString())
                .contains("Start to first correct answer, ratio Helidon / Micronaut")
                .contains("0.406 [0.395, 0.420]", "invalid campaign")
                .contains("not read: " + broken.resolve("environment.json") + " is no JSON");
    }

    private String compare(Path first, Path second, int exitCode) {
        StringWriter out = new StringWriter();
        assertThat(Comparisons.compare(first, second, new PrintWriter(out))).isEqualTo(exitCode);
        assertThat(out.toString().lines()).allSatisfy(it -> assertThat(it).doesNotEndWith(" "));
        return out.toString();
    }

    private Path named(SyntheticCampaign campaign, String name) throws IOException {
        Path written = campaign.write(folder.resolve(name));
        rename(written, name);
        return written;
    }

    /** A copy of the published campaign under another name. */
    private Path copy(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (Stream<Path> files = Files.walk(PUBLISHED)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
                Path target = copy.resolve(PUBLISHED.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        rename(copy, name);
        return copy;
    }

    private static void rename(Path campaign, String name) throws IOException {
        Path manifest = campaign.resolve("manifest.json");
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replaceFirst("\"campaign\" : \"[^\"]*\"", "\"campaign\" : \"" + name + "\""));
    }

    /** Changes the plan and its hash, as a campaign with another plan would have it. */
    private static void plan(Path campaign, String one, String other) throws IOException {
        Path file = campaign.resolve("manifest.json");
        replace(file, one, other);
        JsonNode manifest = new ObjectMapper().readTree(file.toFile());
        try {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(manifest.path("planYaml").asText().getBytes(StandardCharsets.UTF_8)));
            replace(file, manifest.path("planSha256").asText(), hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void replace(Path file, String one, String other) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(one);
        Files.writeString(file, text.replace(one, other));
    }
}
