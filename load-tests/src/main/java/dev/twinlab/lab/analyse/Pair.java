package dev.twinlab.lab.analyse;

/**
 * One block's two values of a metric.
 *
 * @param block from 1
 * @param helidon value of the Helidon run
 * @param micronaut value of the Micronaut run
 */
public record Pair(int block, double helidon, double micronaut) {

    /** Helidon / Micronaut; 1 where both are the same, even zero. */
    public double ratio() {
        return helidon == micronaut ? 1 : helidon / micronaut;
    }
}
