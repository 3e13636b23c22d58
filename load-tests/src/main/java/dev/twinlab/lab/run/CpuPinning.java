package dev.twinlab.lab.run;

import dev.twinlab.lab.tool.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which cores belong to whom: the service gets its own, everything else (k6, PostgreSQL, the lab) shares the others. What the
 * lab starts inherits the lab's cores; the service is started on its own ones.
 */
final class CpuPinning {
    /** More would let the service outrun a load generator of the same machine. */
    private static final int SERVICE_CORES_MAX = 4;

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final List<Integer> service;
    private final List<Integer> rest;
    private final boolean pinned;
    private final String reason;

    private CpuPinning(List<Integer> service, List<Integer> rest, boolean pinned, String reason) {
        this.service = service;
        this.rest = rest;
        this.pinned = pinned;
        this.reason = reason;
    }

    /** Divides the cores that this process may use, and moves the lab and {@code others} to the rest. */
    static CpuPinning apply(List<Long> others) throws InterruptedException {
        List<Integer> all = allowed();
        if (all.size() < 2) {
            return none(all, "one core only");
        }
        int own = Math.clamp(all.size() / 2, 1, SERVICE_CORES_MAX);
        List<Integer> service = List.copyOf(all.subList(all.size() - own, all.size()));
        List<Integer> rest = List.copyOf(all.subList(0, all.size() - own));
        List<Long> pids = new ArrayList<>(others);
        pids.add(ProcessHandle.current().pid());
        for (long pid : pids) {
            var moved = Commands.run(LIMIT, List.of("taskset", "-acp", list(rest), Long.toString(pid)));
            if (moved.isEmpty()) {
                return none(all, "no 'taskset' here (package util-linux)");
            }
            if (!moved.get().succeeded()) {
                return none(all, "taskset: " + moved.get().lastLine());
            }
        }
        return new CpuPinning(service, rest, true, "");
    }

    /** Everything on every core: for what is not a measurement of speed. */
    static CpuPinning none() {
        return none(allowed(), "not asked for");
    }

    private static CpuPinning none(List<Integer> all, String reason) {
        return new CpuPinning(all, all, false, reason);
    }

    /** Moves one more process, with all its threads, to the cores of the rest. */
    void moveToRest(long pid) throws InterruptedException {
        if (pinned) {
            Commands.run(LIMIT, List.of("taskset", "-acp", list(rest), Long.toString(pid)));
        }
    }

    /** What goes before a service's command; empty where nothing is pinned. */
    List<String> servicePrefix() {
        return pinned ? List.of("taskset", "-c", list(service)) : List.of();
    }

    boolean pinned() {
        return pinned;
    }

    /** Why nothing is pinned; empty where it is. */
    String reason() {
        return reason;
    }

    int serviceCores() {
        return service.size();
    }

    int restCores() {
        return rest.size();
    }

    /** Role to cores; empty where nothing is pinned. */
    Map<String, String> roles() {
        return pinned ? Map.of("service", list(service), "rest", list(rest)) : Map.of();
    }

    private static String list(List<Integer> cores) {
        return String.join(",", cores.stream().map(String::valueOf).toList());
    }

    private static List<Integer> allowed() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("Cpus_allowed_list:")) {
                    return parse(line.substring(line.indexOf(':') + 1).strip());
                }
            }
        } catch (IOException notLinux) {
            return List.of(0);
        }
        return List.of(0);
    }

    /** Reads the kernel's form, such as {@code 0-3,8}. */
    static List<Integer> parse(String list) {
        List<Integer> cores = new ArrayList<>();
        for (String part : list.split(",")) {
            String[] ends = part.split("-");
            for (int core = Integer.parseInt(ends[0]); core <= Integer.parseInt(ends[ends.length - 1]); core++) {
                cores.add(core);
            }
        }
        return cores;
    }
}
