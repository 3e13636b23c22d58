package dev.twinlab.contract.conformance.twin;

import dev.twinlab.contract.conformance.HttpExchange;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sends the same requests to two services, one after the other, and finds every difference. The services need databases of their
 * own that start with equal rows.
 */
public final class TwinComparator {
    private final URI first;
    private final URI second;

    public TwinComparator(URI first, URI second) {
        this.first = first;
        this.second = second;
    }

    /**
     * What came out.
     *
     * @param requests how many were sent to each side
     * @param statuses how many answers had which status, on the first side
     * @param differences each with the request as a command line; empty for twins
     */
    public record Outcome(int requests, Map<Integer, Integer> statuses, List<String> differences) {}

    /** Sends all of {@code stream}. */
    public Outcome compare(List<StreamRequest> stream) {
        var one = new TwinSide(first);
        var other = new TwinSide(second);
        var differences = new ArrayList<String>();
        var statuses = new TreeMap<Integer, Integer>();
        for (StreamRequest request : stream) {
            HttpExchange left = one.send(request);
            HttpExchange right = other.send(request);
            statuses.merge(left.status(), 1, Integer::sum);
            String expected = one.normalised(left);
            String actual = other.normalised(right);
            if (!expected.equals(actual)) {
                differences.add("request %d: %s%n--- %s%n%s%n--- %s%n%s%n"
                        .formatted(request.number(), TwinSide.curl(left, first), first, expected, second, actual));
            }
        }
        return new Outcome(stream.size(), statuses, differences);
    }
}
