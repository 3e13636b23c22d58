package dev.twinlab.lab.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinlab.lab.LabFailure;
import dev.twinlab.lab.tool.K6Finder.K6;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class K6FinderTest {
    @TempDir
    private Path folder = Path.of("");

    private Path program(String path, String says) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\necho '" + says + "'\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    @Test
    void takesTheNamedOneFirst() throws IOException, InterruptedException {
        Path named = program("somewhere/my k6", "k6 v2.3.1 (go1.26, linux/amd64)");
        program("bin/k6", "k6 v2.2.0 (go1.26, linux/amd64)");

        K6 k6 = new K6Finder(
                        folder,
                        Map.of(
                                "K6",
                                named.toString(),
                                "PATH",
                                folder.resolve("bin").toString()))
                .find()
                .orElseThrow();

        assertThat(k6).isEqualTo(new K6(named, "2.3.1", "variable K6"));
    }

    @Test
    void refusesANamedOneThatIsNone() throws IOException {
        Path old = program("old", "k6 v1.4.0 (go1.25, linux/amd64)");

        assertThatThrownBy(() -> new K6Finder(folder, Map.of("K6", old.toString())).find())
                .isInstanceOf(LabFailure.class)
                .hasMessageContaining("which is not a k6 of version 2");
    }

    @Test
    void passesAnOldOneInThePathAndTakesTheCache() throws IOException, InterruptedException {
        program("bin/k6", "k6 v0.57.0 (go1.25, linux/amd64)");
        Path cached = program(".lab/tools/k6-2.2.0/k6", "k6 v2.2.0 (go1.26, linux/amd64)");

        K6 k6 = new K6Finder(folder, Map.of("PATH", folder.resolve("bin").toString()))
                .find()
                .orElseThrow();

        assertThat(k6).isEqualTo(new K6(cached, "2.2.0", "the lab's cache"));
    }

    @Test
    void findsNothingWhereNothingIs() throws InterruptedException {
        assertThat(new K6Finder(folder, Map.of()).find()).isEmpty();
    }
}
