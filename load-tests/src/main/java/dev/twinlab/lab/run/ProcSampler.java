package dev.twinlab.lab.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches processes from the side: CPU four times a second, memory of the service once. Costs well under a hundredth of a core.
 *
 * <p>CPU time of a window is interpolated between the samples around its edges, so that the windows may be told afterwards,
 * by who knows them exactly: k6.
 */
final class ProcSampler implements AutoCloseable {
    private static final long STEP_MS = 250;
    private static final int MEMORY_EVERY = 4;

    /** Whose CPU is watched. */
    enum Role {
        SERVICE,
        K6,
        DATABASE,
        LAB
    }

    /**
     * Memory at a time.
     *
     * @param atMs wall clock, milliseconds since 1970
     */
    record MemorySample(long atMs, ProcFiles.Memory memory) {}

    private record CpuSample(long atMs, double[] seconds) {}

    private final long service;
    private final OptionalLong database;
    private final Thread thread;
    private final List<CpuSample> cpu = new ArrayList<>();
    private final List<MemorySample> memory = new ArrayList<>();
    private List<Long> databaseChildren = List.of();
    private volatile long k6 = -1;
    private volatile boolean running = true;

    /**
     * Starts watching.
     *
     * @param service its process
     * @param database first process of the server, where it can be seen
     */
    ProcSampler(long service, OptionalLong database) {
        this.service = service;
        this.database = database;
        this.thread = Thread.ofPlatform().name("proc-sampler").daemon().start(this::loop);
    }

    /** From now on the CPU of this process counts as k6's. */
    void watchK6(long pid) {
        k6 = pid;
    }

    /** Memory so far, oldest first. */
    List<MemorySample> memory() {
        synchronized (this) {
            return List.copyOf(memory);
        }
    }

    /**
     * CPU time of {@code role} in a window, seconds; 0 where it was not seen.
     *
     * @param fromMs wall clock, milliseconds since 1970
     * @param toMs the same
     */
    double cpuSeconds(Role role, double fromMs, double toMs) {
        synchronized (this) {
            return Math.max(0, at(role, toMs) - at(role, fromMs));
        }
    }

    private double at(Role role, double timeMs) {
        CpuSample before = null;
        for (CpuSample sample : cpu) {
            if (Double.isNaN(sample.seconds[role.ordinal()])) {
                continue;
            }
            if (sample.atMs >= timeMs) {
                if (before == null) {
                    return sample.seconds[role.ordinal()];
                }
                double share = (timeMs - before.atMs) / (sample.atMs - before.atMs);
                double from = before.seconds[role.ordinal()];
                return from + share * (sample.seconds[role.ordinal()] - from);
            }
            before = sample;
        }
        return before == null ? 0 : before.seconds[role.ordinal()];
    }

    private void loop() {
        long next = System.nanoTime();
        for (int i = 0; running; i++) {
            boolean wholeSecond = i % MEMORY_EVERY == 0;
            if (wholeSecond && database.isPresent()) {
                databaseChildren = ProcFiles.children(database.getAsLong());
            }
            sampleCpu();
            if (wholeSecond) {
                ProcFiles.memory(service).ifPresent(it -> {
                    synchronized (this) {
                        memory.add(new MemorySample(System.currentTimeMillis(), it));
                    }
                });
            }
            next += Duration.ofMillis(STEP_MS).toNanos();
            long wait = next - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(this, wait);
            } else {
                next = System.nanoTime();
            }
        }
    }

    private void sampleCpu() {
        double[] seconds = new double[Role.values().length];
        seconds[Role.SERVICE.ordinal()] = ProcFiles.cpuSeconds(service).orElse(Double.NaN);
        seconds[Role.K6.ordinal()] =
                k6 < 0 ? Double.NaN : ProcFiles.cpuSeconds(k6).orElse(Double.NaN);
        seconds[Role.DATABASE.ordinal()] = database.isPresent()
                ? ProcFiles.treeCpuSeconds(database.getAsLong(), databaseChildren)
                        .orElse(Double.NaN)
                : Double.NaN;
        seconds[Role.LAB.ordinal()] =
                ProcFiles.cpuSeconds(ProcessHandle.current().pid()).orElse(Double.NaN);
        synchronized (this) {
            cpu.add(new CpuSample(System.currentTimeMillis(), seconds));
        }
    }

    /** Stops watching; what was seen stays. */
    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(2000);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
