package dev.twinlab.lab.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a service held over time, one value a minute: garbage collection makes single samples jump. */
final class SoakSeries {
    private static final int PER_POINT = 12;

    /**
     * What is held.
     *
     * @param label for people, with the unit
     * @param tolerance growth an hour that does not matter, as a share
     * @param least the same in units
     */
    enum Held {
        RSS("RSS (MiB)", 0.05, 2),
        HEAP("heap after GC (MiB)", 0.05, 2),
        OPEN_FILES("open files", 0.05, 4),
        THREADS("threads", 0.05, 4),
        CONNECTIONS("database connections", 0, 1);

        private final String label;
        private final double tolerance;
        private final double least;

        Held(String label, double tolerance, double least) {
            this.label = label;
            this.tolerance = tolerance;
            this.least = least;
        }

        String label() {
            return label;
        }

        boolean grows(Trend trend) {
            return trend.grows(tolerance, least);
        }
    }

    private record Sample(double hours, Map<Held, Double> values) {}

    private final List<Sample> samples = new ArrayList<>();

    void add(double hours, Map<Held, Double> values) {
        samples.add(new Sample(hours, Map.copyOf(values)));
    }

    int size() {
        return samples.size();
    }

    /**
     * The trends after the first quarter, in which heap, compiled code and pools are still filled.
     *
     * @throws IllegalArgumentException with too few samples
     */
    Map<Held, Trend> trends() {
        List<Sample> settled = samples.subList(samples.size() / 4, samples.size());
        int per = Math.max(1, Math.min(PER_POINT, settled.size() / 15));
        int points = settled.size() / per;
        Map<Held, Trend> trends = new LinkedHashMap<>();
        for (Held held : Held.values()) {
            double[] hours = new double[points];
            double[] values = new double[points];
            for (int point = 0; point < points; point++) {
                List<Sample> some = settled.subList(point * per, (point + 1) * per);
                hours[point] = some.get(per / 2).hours();
                values[point] = some.stream()
                        .mapToDouble(it -> it.values().get(held))
                        .sorted()
                        .skip(per / 2)
                        .findFirst()
                        .orElseThrow();
            }
            trends.put(held, Trend.of(hours, values));
        }
        return trends;
    }

    /** One line a sample, for a spreadsheet. */
    String csv() {
        var out = new StringBuilder("seconds");
        for (Held held : Held.values()) {
            out.append(',').append(held.label());
        }
        out.append('\n');
        for (Sample sample : samples) {
            out.append(Math.round(sample.hours() * 3600));
            for (Held held : Held.values()) {
                out.append(',').append(sample.values().get(held));
            }
            out.append('\n');
        }
        return out.toString();
    }
}
