package dev.twinlab.helidon.http;

import io.helidon.http.HttpMediaType;
import java.util.List;

/** Whether an {@code Accept} header leaves room for {@code application/json} (RFC 9110, 12.5.1). */
final class Accept {
    private Accept() {}

    static boolean allowsJson(List<HttpMediaType> types) {
        // The most specific range that fits decides, so that "application/json;q=0, */*" refuses it.
        int specificity = -1;
        double quality = 0;
        for (HttpMediaType range : types) {
            int rank = rank(range.type(), range.subtype());
            if (rank > specificity) {
                specificity = rank;
                quality = range.qualityFactor();
            }
        }
        return quality > 0;
    }

    private static int rank(String type, String subtype) {
        if (type.equals("application") && subtype.equals("json")) {
            return 2;
        }
        if (type.equals("application") && subtype.equals("*")) {
            return 1;
        }
        return type.equals("*") && subtype.equals("*") ? 0 : -1;
    }
}
