package dev.twinlab.helidon.http;

import dev.twinlab.contract.http.Headers;
import dev.twinlab.contract.problem.Problems;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Locale;

/**
 * Holds a request against the contract's rules for {@code Accept} and {@code Content-Type}. Helidon's own parser throws for
 * a media type that is none, where the contract only asks whether one of the others is JSON.
 */
final class Negotiation {
    private Negotiation() {}

    /** @throws dev.twinlab.contract.problem.ProblemException 406 when the client takes no JSON */
    static void acceptsJson(ServerRequest request, ServerResponse response) {
        if (!acceptsJson(QueryValues.of(request, HeaderNames.ACCEPT))) {
            throw Problems.notAcceptable();
        }
    }

    /** @throws dev.twinlab.contract.problem.ProblemException 415 when the body does not say that it is JSON */
    static void sendsJson(ServerRequest request, ServerResponse response) {
        List<String> types = QueryValues.of(request, HeaderNames.CONTENT_TYPE);
        if (types.size() != 1 || !types.getFirst().split(";", 2)[0].strip().equalsIgnoreCase(Headers.JSON)) {
            throw Problems.unsupportedMediaType();
        }
    }

    /** RFC 9110, 12.5.1: the most specific range that fits decides, so that "application/json;q=0, *&#47;*" refuses. */
    static boolean acceptsJson(List<String> values) {
        int bestRank = -1;
        double bestQuality = 0;
        boolean anyRange = false;
        for (String value : values) {
            for (String range : value.split(",")) {
                String[] parts = range.split(";");
                String type = parts.length == 0 ? "" : parts[0].strip().toLowerCase(Locale.ROOT);
                anyRange |= !type.isEmpty();
                int rank = rank(type);
                if (rank > bestRank) {
                    bestRank = rank;
                    bestQuality = quality(parts);
                }
            }
        }
        return !anyRange || bestRank >= 0 && bestQuality > 0;
    }

    private static int rank(String range) {
        return switch (range) {
            case Headers.JSON -> 2;
            case "application/*" -> 1;
            case "*/*" -> 0;
            default -> -1;
        };
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                try {
                    return Double.parseDouble(parameter.substring(2).strip());
                } catch (NumberFormatException notAWeight) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
