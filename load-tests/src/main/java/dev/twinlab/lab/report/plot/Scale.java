package dev.twinlab.lab.report.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Maps values to coordinates.
 *
 * @param low value at {@code from}
 * @param high value at {@code to}; above {@code low}
 * @param logarithmic whether equal ratios are equally far apart; then {@code low} is above zero
 */
record Scale(double low, double high, double from, double to, boolean logarithmic) {
    private static final double[] STEPS = {1, 2, 5};
    private static final double FAR = 5;

    /** A linear scale that leaves some room around the values; a single value gets room of its own. */
    static Scale around(double smallest, double largest, double from, double to) {
        double span = largest - smallest;
        double room = span > 0 ? span * 0.08 : largest == 0 ? 1 : Math.abs(largest) * 0.05;
        return new Scale(smallest - room, largest + room, from, to, false);
    }

    /**
     * As {@link #around}, but a value that lies far outside the middle half of the others is left off the scale, so that it
     * does not press them into one point; who draws it marks it at the edge.
     */
    static Scale withoutFarValues(List<Double> values, double from, double to) {
        double[] sorted = values.stream().mapToDouble(it -> it).sorted().toArray();
        double lower = sorted[(sorted.length - 1) / 4];
        double upper = sorted[sorted.length - 1 - (sorted.length - 1) / 4];
        double far = FAR * Math.max(upper - lower, Math.abs(upper) * 0.01);
        double smallest =
                Arrays.stream(sorted).filter(it -> it >= lower - far).min().orElse(lower);
        double largest =
                Arrays.stream(sorted).filter(it -> it <= upper + far).max().orElse(upper);
        return around(smallest, largest, from, to);
    }

    static Scale fromZero(double largest, double from, double to) {
        return new Scale(0, largest > 0 ? largest * 1.08 : 1, from, to, false);
    }

    static Scale logarithmic(double smallest, double largest, double from, double to) {
        return new Scale(smallest / 1.12, largest * 1.12, from, to, true);
    }

    double at(double value) {
        double share =
                logarithmic ? StrictMath.log(value / low) / StrictMath.log(high / low) : (value - low) / (high - low);
        return from + share * (to - from);
    }

    double clamped(double value) {
        return at(Math.clamp(value, low, high));
    }

    /** Round values within the scale, about {@code wanted} of them and at least one apart. */
    List<Double> ticks(int wanted) {
        if (logarithmic) {
            List<Double> ticks = decades(STEPS);
            if (ticks.size() > wanted + 2) {
                ticks = decades(new double[] {1});
            }
            if (ticks.size() >= 3) {
                return ticks;
            }
        }
        double rough = (high - low) / Math.max(1, wanted);
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
        double step = 10 * power;
        for (double candidate : STEPS) {
            if (candidate * power >= 0.75 * rough) {
                step = candidate * power;
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private List<Double> decades(double[] steps) {
        List<Double> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(StrictMath.log10(low)); power <= Math.ceil(StrictMath.log10(high)); power++) {
            for (double step : steps) {
                double tick = power < 0 ? step / StrictMath.pow(10, -power) : step * StrictMath.pow(10, power);
                if (tick >= low && tick <= high) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }
}
