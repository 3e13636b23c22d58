package dev.twinlab.contract.security;

/** OAuth scopes, as the space-separated {@code scope} claim carries them. */
public final class Scopes {
    /** Needed by every operation that writes. */
    public static final String ORDERS_WRITE = "orders:write";

    private Scopes() {}
}
