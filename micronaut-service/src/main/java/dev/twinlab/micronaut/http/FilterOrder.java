package dev.twinlab.micronaut.http;

/** The order of the filters, outermost first: it is the contract's order of checks. */
public final class FilterOrder {
    public static final int CONTEXT = -500;
    public static final int METRICS = -400;
    public static final int PATH = -300;
    public static final int NEGOTIATION = 100;
    public static final int TOKEN = 200;
    public static final int BODY_SIZE = 300;

    private FilterOrder() {}
}
