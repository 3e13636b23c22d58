package dev.twinlab.contract;

/** The two implementations, by the name that {@code X-Variant}, metrics and logs carry. */
public enum Variant {
    HELIDON("helidon"),
    MICRONAUT("micronaut");

    private final String wireName;

    Variant(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire: lower case, stable. */
    public String wireName() {
        return wireName;
    }
}
