package dev.twinlab.lab.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinlab.lab.LabFailure;
import dev.twinlab.lab.analyse.SyntheticCampaign;
import dev.twinlab.lab.compare.Comparisons;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be compared or listed gets one sentence that names it, and nothing is printed. */
class BadComparisonTest {
    @TempDir
    private Path results;

    private final StringWriter out = new StringWriter();

    @Test
    void oneIsNoCampaign() {
        Path good = SyntheticCampaign.aa().blocks(1, 1).write(results.resolve("good"));
        refusedToCompare(good, results, "is no campaign: it has no manifest.json.");
        refusedToCompare(results.resolve("none"), good, "does not exist");
    }

    @Test
    void oneIsCutOff() throws IOException {
        Path good = SyntheticCampaign.aa().blocks(1, 1).write(results.resolve("good"));
        Path cut = SyntheticCampaign.aa().blocks(1, 1).write(results.resolve("cut"));
        Files.writeString(cut.resolve("manifest.json"), "{\"schemaVersion\" : ");
        refusedToCompare(good, cut, "manifest.json is no JSON, line ");
    }

    @Test
    void aFolderWithoutCampaigns() {
        refusedHistory(results, "has no campaign: none of its folders has a manifest.json.");
    }

    @Test
    void noFolder() throws IOException {
        refusedHistory(results.resolve("none"), "does not exist; a history is of a folder with campaigns in it");
        refusedHistory(Files.writeString(results.resolve("file"), ""), "is a file; a history is of a folder");
    }

    @Test
    void nothingButBrokenCampaigns() throws IOException {
        Path broken = SyntheticCampaign.aa().blocks(1, 1).write(results.resolve("broken"));
        Files.writeString(broken.resolve("environment.json"), "[]");
        refusedHistory(results, "has no readable campaign: ");
    }

    private void refusedToCompare(Path first, Path second, String sentence) {
        assertThatThrownBy(() -> Comparisons.compare(first, second, new PrintWriter(out)))
                .isInstanceOf(LabFailure.class)
                .hasMessageContaining(sentence);
        assertThat(out.toString()).isEmpty();
    }

    private void refusedHistory(Path folder, String sentence) {
        assertThatThrownBy(() -> Comparisons.history(folder, new PrintWriter(out)))
                .isInstanceOf(LabFailure.class)
                .hasMessageContaining(sentence)
                .hasMessageContaining(results.toString());
        assertThat(out.toString()).isEmpty();
    }
}
