package dev.twinlab.lab.run;

import dev.twinlab.lab.record.Environment;
import dev.twinlab.lab.record.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads where the campaign runs, and grades it. */
final class EnvironmentReader {
    private static final String UNKNOWN = "unknown";
    /** One for the service, and one each for database, load generator and lab. */
    private static final int CORES_TO_SEPARATE = 4;

    private final Path root;

    /** @param root of the file system; another one in tests only */
    EnvironmentReader(Path root) {
        this.root = root;
    }

    Environment read(CpuPinning pinning) {
        int processors = processors();
        String virtualization = virtualization();
        String governor =
                line("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor").orElse(UNKNOWN);
        double load = line("proc/loadavg")
                .map(it -> Double.parseDouble(it.split(" ")[0]))
                .orElse(0.0);
        List<String> c = new ArrayList<>();
        if (processors < CORES_TO_SEPARATE) {
            c.add("%d cores cannot hold service, database and load generator apart; %d can"
                    .formatted(processors, CORES_TO_SEPARATE));
        }
        if (!pinning.pinned()) {
            c.add("nothing is pinned to cores: " + pinning.reason());
        }
        List<String> b = new ArrayList<>();
        if (!virtualization.equals("none")) {
            b.add("a virtual machine (" + virtualization + "): its neighbours are not seen");
        }
        if (!governor.equals("performance")) {
            b.add("the frequency governor is '%s', not 'performance'".formatted(governor));
        }
        if (load > 0.2 * processors) {
            b.add("the machine was busy before: load average %.2f".formatted(load));
        }
        String grade = !c.isEmpty() ? "C" : b.isEmpty() ? "A" : "B";
        List<String> reasons = new ArrayList<>(c);
        reasons.addAll(b);
        return new Environment(
                RunRecord.SCHEMA_VERSION,
                grade,
                reasons,
                field("proc/cpuinfo", "model name", ":").orElse(System.getProperty("os.arch")),
                processors,
                field("proc/meminfo", "MemTotal", ":")
                        .map(it -> Long.parseLong(it.split(" ")[0]) / 1024)
                        .orElse(0L),
                line("proc/sys/kernel/osrelease").orElse(System.getProperty("os.version")),
                field("etc/os-release", "PRETTY_NAME", "=")
                        .map(it -> it.replace("\"", ""))
                        .orElse(System.getProperty("os.name")),
                virtualization,
                pinning.roles(),
                line("sys/kernel/mm/transparent_hugepage/enabled")
                        .map(EnvironmentReader::chosen)
                        .orElse(UNKNOWN),
                governor,
                load,
                limits());
    }

    /**
     * Time that the hypervisor gave to others, and all time, both in clock ticks since boot; the share between two readings is
     * the neighbours' noise.
     */
    record Steal(long stolen, long all) {
        double shareSince(Steal before) {
            return all == before.all ? 0 : (double) (stolen - before.stolen) / (all - before.all);
        }
    }

    Steal steal() {
        return line("proc/stat")
                .map(it -> {
                    String[] fields = it.strip().split("\\s+");
                    long all = 0;
                    for (int i = 1; i < Math.min(fields.length, 9); i++) {
                        all += Long.parseLong(fields[i]);
                    }
                    return new Steal(fields.length > 8 ? Long.parseLong(fields[8]) : 0, all);
                })
                .orElse(new Steal(0, 0));
    }

    private int processors() {
        return line("sys/devices/system/cpu/online")
                .map(it -> CpuPinning.parse(it).size())
                .orElse(Runtime.getRuntime().availableProcessors());
    }

    private String virtualization() {
        boolean hypervisor = field("proc/cpuinfo", "flags", ":")
                .filter(it -> List.of(it.split(" ")).contains("hypervisor"))
                .isPresent();
        if (!hypervisor) {
            return "none";
        }
        return line("sys/class/dmi/id/product_name")
                .or(() -> line("sys/hypervisor/type"))
                .orElse("hypervisor");
    }

    private Map<String, String> limits() {
        Map<String, String> limits = new TreeMap<>();
        limits.put("somaxconn", line("proc/sys/net/core/somaxconn").orElse(UNKNOWN));
        limits.put(
                "ip_local_port_range",
                line("proc/sys/net/ipv4/ip_local_port_range")
                        .map(it -> it.replaceAll("\\s+", "-"))
                        .orElse(UNKNOWN));
        limits.put(
                "nofile",
                field("proc/self/limits", "Max open files", " ")
                        .map(it -> it.strip().split("\\s+")[0])
                        .orElse(UNKNOWN));
        return limits;
    }

    /** The one in brackets, as in {@code always [madvise] never}. */
    private static String chosen(String options) {
        int from = options.indexOf('[');
        int to = options.indexOf(']');
        return from >= 0 && to > from ? options.substring(from + 1, to) : options;
    }

    private Optional<String> line(String file) {
        try (var lines = Files.lines(root.resolve(file))) {
            return lines.findFirst().map(String::strip).filter(it -> !it.isEmpty());
        } catch (IOException | java.io.UncheckedIOException none) {
            return Optional.empty();
        }
    }

    private Optional<String> field(String file, String name, String separator) {
        try (var lines = Files.lines(root.resolve(file))) {
            return lines.filter(it -> it.startsWith(name))
                    .map(it -> it.substring(name.length()).strip())
                    .map(it -> it.startsWith(separator)
                            ? it.substring(separator.length()).strip()
                            : it)
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException none) {
            return Optional.empty();
        }
    }
}
