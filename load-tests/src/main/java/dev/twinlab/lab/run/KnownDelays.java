package dev.twinlab.lab.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Delays like those of a service with a fast path, a slow path and rare stalls, whose percentiles are known without having been
 * measured: as many delays as requests, one from the middle of each equal slice of the distribution, in seeded order.
 */
final class KnownDelays implements LongSupplier {
    private static final double NANOS_PER_MS = 1e6;

    private final List<Double> sorted;
    private final List<Double> shuffled;
    private final AtomicInteger next = new AtomicInteger();

    /**
     * Makes the delays.
     *
     * @param requests how many, 1 or more; what is asked beyond begins again
     */
    KnownDelays(int requests, long seed) {
        this.sorted = IntStream.range(0, requests)
                .mapToObj(it -> quantileMs((it + 0.5) / requests))
                .sorted()
                .toList();
        var order = new ArrayList<>(sorted);
        Collections.shuffle(order, new Random(seed));
        this.shuffled = List.copyOf(order);
    }

    /** Nine in ten are 2 ms and more; nearly all others 15 ms and more; one in a hundred stalls for 60 ms and more. */
    private static double quantileMs(double share) {
        if (share < 0.90) {
            return 2 + exponential(share / 0.90, 2);
        }
        if (share < 0.99) {
            return 15 + exponential((share - 0.90) / 0.09, 6);
        }
        return 60 + exponential((share - 0.99) / 0.01, 15);
    }

    private static double exponential(double share, double mean) {
        return -mean * StrictMath.log1p(-share);
    }

    /**
     * The true percentile, by linear interpolation between ranks as k6 does, ms.
     *
     * @param percentile 0..100
     */
    double percentileMs(double percentile) {
        double rank = percentile / 100 * (sorted.size() - 1);
        int below = (int) Math.floor(rank);
        int above = Math.min(sorted.size() - 1, below + 1);
        return sorted.get(below) + (rank - below) * (sorted.get(above) - sorted.get(below));
    }

    @Override
    public long getAsLong() {
        int at = Math.floorMod(next.getAndIncrement(), shuffled.size());
        return Math.round(shuffled.get(at) * NANOS_PER_MS);
    }
}
