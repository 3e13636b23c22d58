package dev.twinlab.contract.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The one form of time on the wire: RFC 3339, UTC, exactly three digits of milliseconds, {@code Z}. */
public final class Timestamps {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Timestamps() {}

    /** {@code instant} on the wire, for example {@code 2026-03-01T09:05:00.120Z}; finer digits are cut off. */
    public static String format(Instant instant) {
        return FORMAT.format(instant);
    }
}
