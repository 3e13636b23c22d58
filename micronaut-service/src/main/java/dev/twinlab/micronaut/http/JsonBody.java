package dev.twinlab.micronaut.http;

/**
 * A body that is here but not yet looked at: the contract looks at parameters and headers first.
 *
 * @param bytes as received, at most {@link dev.twinlab.contract.http.Limits#BODY_BYTES_MAX}
 */
public record JsonBody(byte[] bytes) {
    /** Of a request that has none. */
    public static final JsonBody NONE = new JsonBody(new byte[0]);
}
