package dev.twinlab.lab.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Turns Ctrl-C and SIGTERM into an interrupt, and keeps the JVM alive until the work has cleaned up after itself. */
final class StopOnSignal {
    private StopOnSignal() {}

    /**
     * Runs {@code work} in this thread.
     *
     * @param limit how long the end of the JVM waits for it after a signal
     */
    static <T> T run(Supplier<T> work, Duration limit) {
        var done = new CountDownLatch(1);
        Thread worker = Thread.currentThread();
        var hook = new Thread(() -> {
            worker.interrupt();
            try {
                done.await(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            done.countDown();
            removeUnlessRunning(hook);
        }
    }

    private static void removeUnlessRunning(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            // The signal came: the hook has just been let go.
            Thread.interrupted();
        }
    }
}
