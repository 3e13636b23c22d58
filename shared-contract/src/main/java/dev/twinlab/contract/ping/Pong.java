package dev.twinlab.contract.ping;

/**
 * The answer to {@code GET /ping}.
 *
 * @param message always {@code pong}
 */
public record Pong(String message) {
    /** The only value that is ever sent. */
    public static final Pong INSTANCE = new Pong("pong");
}
