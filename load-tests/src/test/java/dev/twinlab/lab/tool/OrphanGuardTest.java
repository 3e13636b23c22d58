package dev.twinlab.lab.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanGuardTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void killsAndRemovesWhatIsStillEntrusted() throws IOException, InterruptedException {
        Process orphan = new ProcessBuilder("sleep", "300").start();
        Path data = Files.createDirectories(folder.resolve("with space/data"));
        Files.writeString(data.resolve("file"), "x");
        OrphanGuard guard = OrphanGuard.start();
        guard.entrust(orphan.pid());
        guard.entrust(data.getParent());

        // The end of the pipe is all that a killed lab leaves to its guard.
        guard.close();

        assertThat(orphan.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(data.getParent()).doesNotExist();
    }

    @Test
    void leavesWhatWasTakenBack() throws IOException, InterruptedException {
        Process child = new ProcessBuilder("sleep", "300").start();
        Path data = Files.createDirectories(folder.resolve("kept"));
        OrphanGuard guard = OrphanGuard.start();
        guard.entrust(child.pid());
        guard.entrust(data);
        guard.release(child.pid());
        guard.release(data);

        guard.close();

        assertThat(child.waitFor(500, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(data).exists();
        Processes.kill(child);
    }
}
