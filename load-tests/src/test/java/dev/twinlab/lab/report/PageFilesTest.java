package dev.twinlab.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PageFilesTest {
    @Test
    void theBundledLibraryIsTheOneThatTheNoteNames() throws Exception {
        String note = Files.readString(Path.of("..", "docs", "charts.md"));
        try (InputStream in = PageFiles.class.getResourceAsStream("/dev/twinlab/lab/report/lib/plot.umd.min.js")) {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
            assertThat(note).contains(hash);
        }
        assertThat(PageFiles.script())
                .startsWith("// https://d3js.org v7.9.0 ")
                .contains("// @observablehq/plot v0.6.17 ");
        assertThat(note).contains("0.6.17", "7.9.0");
    }

    @Test
    void noLibraryEndsTheElementThatHoldsIt() {
        assertThat(PageFiles.script().toLowerCase(java.util.Locale.ROOT)).doesNotContain("</script");
        assertThat(PageFiles.style()).doesNotContain("</style");
    }
}
