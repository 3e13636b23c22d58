package dev.twinlab.lab.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessesTest {
    @Test
    void aProcessLivesUntilItIsKilled() throws IOException {
        Process child = new ProcessBuilder("sleep", "300").start();
        long pid = child.pid();
        assertThat(Processes.lives(pid)).isTrue();

        Processes.kill(child);

        assertThat(Processes.lives(pid)).isFalse();
        assertThat(Processes.startTicks(pid)).isEmpty();
    }

    @Test
    void aCommandThatTakesTooLongIsKilled() throws InterruptedException {
        Commands.Result result =
                Commands.run(Duration.ofMillis(200), List.of("sleep", "300")).orElseThrow();

        assertThat(result.exitCode()).isEqualTo(124);
    }

    @Test
    void aCommandGivesItsOutputAndItsCode() throws InterruptedException {
        Commands.Result result = Commands.run(
                        Duration.ofSeconds(10), List.of("sh", "-c", "echo one; echo two >&2; exit 3"))
                .orElseThrow();

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.lastLine()).isEqualTo("two");
        assertThat(result.succeeded()).isFalse();
    }

    @Test
    void aCommandThatIsNotThereIsEmpty() throws InterruptedException {
        assertThat(Commands.run(Duration.ofSeconds(10), List.of("no-such-command")))
                .isEmpty();
    }
}
