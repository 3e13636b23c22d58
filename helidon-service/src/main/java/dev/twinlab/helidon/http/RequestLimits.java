package dev.twinlab.helidon.http;

import dev.twinlab.contract.http.Limits;
import dev.twinlab.contract.problem.Problems;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.HeaderNames;
import io.helidon.http.RequestException;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/** How much of a request is read, and how its end is found. */
public final class RequestLimits {
    /**
     * What Helidon reads at most of a body, bytes: it keeps a whole chunk in memory, and after an answer it reads over what
     * nobody asked for. Far more than {@link Limits#BODY_BYTES_MAX}, so that the contract's order of checks decides on all
     * but hopeless bodies.
     */
    public static final long TRANSFER_BYTES_MAX = 1 << 20;

    private static final Pattern LENGTH = Pattern.compile("[0-9]+");
    private static final byte[] NOTHING = {};

    private RequestLimits() {}

    /**
     * The whole body.
     *
     * @throws dev.twinlab.contract.problem.ProblemException 413 over {@link Limits#BODY_BYTES_MAX} bytes, 400 when its chunks
     *     are malformed
     */
    public static byte[] body(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return NOTHING;
        }
        // Before the stream is asked for, which would tell a client that expects 100 to go on.
        if (request.headers().contentLength().orElse(0) > Limits.BODY_BYTES_MAX) {
            throw Problems.payloadTooLarge();
        }
        try {
            // Not closed: Helidon reads the rest over after the answer.
            InputStream stream = request.content().inputStream();
            byte[] bytes = stream.readNBytes(Limits.BODY_BYTES_MAX + 1);
            if (bytes.length > Limits.BODY_BYTES_MAX) {
                throw Problems.payloadTooLarge();
            }
            return bytes;
        } catch (RequestException | NumberFormatException e) {
            // Where the next request begins cannot be known any more.
            RequestContext.of(request).closeConnection();
            throw e instanceof RequestException refused
                            && refused.status().code() == Status.REQUEST_ENTITY_TOO_LARGE_413.code()
                    ? Problems.payloadTooLarge()
                    : Problems.malformedBody();
        } catch (DataReader.InsufficientDataAvailableException | IOException | UncheckedIOException e) {
            throw new CloseConnectionException("the client went away within its body", e);
        }
    }

    /**
     * Whether it is certain where the body ends (RFC 9112, 6.3). Helidon takes a transfer coding that it does not know for none,
     * the first of several lengths for the length and -1 for chunks, and would read the body as the next request.
     */
    static boolean endIsCertain(ServerRequestHeaders headers) {
        List<String> lengths = headers.all(HeaderNames.CONTENT_LENGTH, List::of);
        List<String> codings = headers.all(HeaderNames.TRANSFER_ENCODING, List::of);
        if (codings.isEmpty()) {
            return lengths.isEmpty()
                    || lengths.size() == 1 && LENGTH.matcher(lengths.getFirst()).matches();
        }
        return lengths.isEmpty() && codings.equals(List.of("chunked"));
    }

    /** Reads what is left of the body, because closing a connection before that may take the answer from the client. */
    static void readOver(ServerRequest request) {
        if (request.content().hasEntity() && !request.content().consumed() && request.continueSent()) {
            try {
                request.content().consume();
            } catch (RuntimeException malformedOrTooLong) {
                // The connection is closed anyway.
            }
        }
    }
}
