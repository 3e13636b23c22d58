package dev.twinlab.contract.http;

import java.util.List;

/** Entity tags of products, equal on both services so that a shift of traffic costs no cache. */
public final class EntityTag {
    private EntityTag() {}

    /** The strong tag of a version, quotes included: {@code "v7"}. */
    public static String of(long version) {
        return "\"v" + version + '"';
    }

    /**
     * Whether {@code If-None-Match} says that the client already has this representation (RFC 9110, 13.1.2: weak
     * comparison, a list, or {@code *}).
     *
     * @param ifNoneMatch every value of the header, in order; empty when absent
     * @param tag the current tag, from {@link #of}
     */
    public static boolean matches(List<String> ifNoneMatch, String tag) {
        for (String value : ifNoneMatch) {
            for (String candidate : value.split(",")) {
                String known = candidate.strip();
                if (known.startsWith("W/")) {
                    known = known.substring(2);
                }
                if (known.equals("*") || known.equals(tag)) {
                    return true;
                }
            }
        }
        return false;
    }
}
