package dev.twinlab.lab.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.lab.analyse.SyntheticCampaign;
import dev.twinlab.lab.report.Reports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is no campaign gets one sentence that names the file, exit code 1, and nothing written. */
class BadCampaignFolderTest {
    @TempDir
    private Path results;

    @Test
    void noFolder() {
        assertRefused(results.resolve("none"), "does not exist; a campaign is a folder under results/");
    }

    @Test
    void aFile() throws IOException {
        assertRefused(Files.writeString(results.resolve("file"), ""), "is a file; a campaign is a folder");
    }

    @Test
    void anEmptyFolder() {
        assertRefused(results, "is no campaign: it has no manifest.json");
    }

    @Test
    void aFileIsMissing() throws IOException {
        Path folder = campaign();
        Files.delete(folder.resolve("environment.json"));
        assertRefused(folder, "is no whole campaign: it has no environment.json");
    }

    @Test
    void aFileIsCutOff() throws IOException {
        Path folder = campaign();
        Path run = folder.resolve("runs/load-b01-helidon-1.json");
        Files.writeString(run, Files.readString(run).substring(0, 900));
        assertRefused(folder, "load-b01-helidon-1.json is no JSON, line ");
    }

    @Test
    void aFileIsEmpty() throws IOException {
        Path folder = campaign();
        Files.writeString(folder.resolve("manifest.json"), "");
        assertRefused(folder, "manifest.json does not fit its schema");
    }

    @Test
    void aFileHasSomethingBehindItsEnd() throws IOException {
        Path folder = campaign();
        Path end = folder.resolve("end.json");
        Files.writeString(end, Files.readString(end) + "{}");
        assertRefused(folder, "end.json is no JSON, line ");
    }

    @Test
    void aMemberTwice() throws IOException {
        Path folder = campaign();
        replace(folder.resolve("environment.json"), "\"grade\" : \"A\"", "\"grade\" : \"A\", \"grade\" : \"B\"");
        assertRefused(folder, "environment.json is no JSON");
    }

    @Test
    void anotherSchemaVersion() throws IOException {
        Path folder = campaign();
        replace(folder.resolve("manifest.json"), "\"schemaVersion\" : 1", "\"schemaVersion\" : 2");
        assertRefused(folder, "manifest.json does not fit its schema: /schemaVersion");
    }

    @Test
    void anUnknownService() throws IOException {
        Path folder = campaign();
        replace(
                folder.resolve("runs/load-b01-helidon-1.json"),
                "\"service\" : \"helidon\"",
                "\"service\" : \"quarkus\"");
        assertRefused(folder, "load-b01-helidon-1.json does not fit its schema: /service");
    }

    @Test
    void notANumber() throws IOException {
        Path folder = campaign();
        replace(folder.resolve("runs/load-b01-helidon-1.json"), "\"lagP99Ms\" : 1.2", "\"lagP99Ms\" : \"NaN\"");
        assertRefused(folder, "load-b01-helidon-1.json does not fit its schema: /cells/0/lagP99Ms");
    }

    @Test
    void twoFilesOfOneRun() throws IOException {
        Path folder = campaign();
        Files.copy(folder.resolve("runs/load-b01-helidon-1.json"), folder.resolve("runs/load-b01-helidon-1-copy.json"));
        assertRefused(folder, "two files in runs/ claim to be the run load-b01-helidon-1");
    }

    @Test
    void aPolicyThatIsNone() throws IOException {
        Path folder = campaign();
        replace(folder.resolve("manifest.json"), "minimumLead: 0.20", "minimumLead: 20");
        assertRefused(folder, "decision.minimumLead is 20.0: it must be above 0 and at most 1");
    }

    @Test
    void aFolderThatCannotBeWritten() throws IOException {
        Path folder = campaign();
        Files.createDirectories(folder.resolve("report.html/occupied"));
        StringWriter terminal = new StringWriter();
        assertThat(Reports.report(folder, new PrintWriter(terminal))).isEqualTo(Reports.UNREADABLE);
        assertThat(terminal.toString())
                .startsWith("cannot write ")
                .contains("report.html")
                .hasLineCount(1);
    }

    private Path campaign() {
        return SyntheticCampaign.aa().blocks(1, 1).write(results.resolve("campaign"));
    }

    private static void replace(Path file, String right, String wrong) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(right);
        Files.writeString(file, text.replace(right, wrong));
    }

    private static void assertRefused(Path folder, String sentence) {
        StringWriter terminal = new StringWriter();
        assertThat(Reports.report(folder, new PrintWriter(terminal))).isEqualTo(Reports.UNREADABLE);
        assertThat(terminal.toString())
                .contains(sentence)
                .contains(folder.toString())
                .hasLineCount(1);
        assertThat(folder.resolve("verdict.json")).doesNotExist();
        assertThat(folder.resolve("report.html")).doesNotExist();
    }
}
