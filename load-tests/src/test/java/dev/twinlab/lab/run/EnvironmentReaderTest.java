package dev.twinlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.lab.record.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentReaderTest {
    @TempDir
    private Path root = Path.of("");

    private void file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void machine(String cores, String governor, String flags, String load) throws IOException {
        file("sys/devices/system/cpu/online", cores + "\n");
        file("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", governor + "\n");
        file("proc/cpuinfo", "processor\t: 0\nmodel name\t: Real CPU @ 3GHz\nflags\t\t: fpu " + flags + "\n");
        file("proc/loadavg", load + " 0.1 0.1 1/200 4711\n");
        file("proc/meminfo", "MemTotal:       16384000 kB\n");
        file("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never\n");
        file("etc/os-release", "NAME=X\nPRETTY_NAME=\"Some Linux 12\"\n");
    }

    private Environment read() throws InterruptedException {
        return new EnvironmentReader(root).read(CpuPinning.apply(List.of()));
    }

    @Test
    void readsWhatTheKernelTells() throws IOException, InterruptedException {
        machine("0-7", "performance", "sse", "0.10");

        Environment environment = read();

        assertThat(environment.cpuModel()).isEqualTo("Real CPU @ 3GHz");
        assertThat(environment.processors()).isEqualTo(8);
        assertThat(environment.memoryMib()).isEqualTo(16_000);
        assertThat(environment.os()).isEqualTo("Some Linux 12");
        assertThat(environment.transparentHugePages()).isEqualTo("madvise");
        assertThat(environment.virtualization()).isEqualTo("none");
        assertThat(environment.loadBefore()).isEqualTo(0.1);
    }

    @Test
    void aSmallMachineIsGradeC() throws IOException, InterruptedException {
        machine("0-1", "performance", "sse", "0.10");

        assertThat(read().grade()).isEqualTo("C");
        assertThat(read().gradeReasons()).anyMatch(it -> it.startsWith("2 cores cannot hold"));
    }

    @Test
    void whatIsSharedOrBusyIsNotGradeA() throws IOException, InterruptedException {
        machine("0-7", "powersave", "sse hypervisor", "6.00");

        assertThat(read().grade()).isNotEqualTo("A");
        assertThat(read().gradeReasons())
                .anyMatch(it -> it.contains("virtual machine"))
                .anyMatch(it -> it.contains("powersave"))
                .anyMatch(it -> it.contains("load average 6.00"));
    }

    @Test
    void aMachineThatTellsNothingCanStillBeRead() throws InterruptedException {
        Environment environment = read();

        assertThat(environment.governor()).isEqualTo("unknown");
        assertThat(environment.limits()).containsEntry("somaxconn", "unknown");
    }

    @Test
    void tellsTheShareThatWasStolen() throws IOException {
        file("proc/stat", "cpu  100 0 100 800 0 0 0 0 0 0\n");
        EnvironmentReader.Steal before = new EnvironmentReader(root).steal();
        file("proc/stat", "cpu  150 0 100 820 0 0 0 30 0 0\n");

        assertThat(new EnvironmentReader(root).steal().shareSince(before)).isEqualTo(0.3);
    }

    @Test
    void readsListsOfCores() {
        assertThat(CpuPinning.parse("0-3,8,10-11")).containsExactly(0, 1, 2, 3, 8, 10, 11);
    }
}
