package dev.twinlab.contract.problem;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that ends in a problem. Each service turns it into an answer at its own edge; the texts are made here, once, so
 * that both say the same.
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient @Nullable List<FieldError> errors;
    private final transient Map<String, String> headers;

    ProblemException(ProblemType type, String detail, @Nullable List<FieldError> errors, Map<String, String> headers) {
        // No stack trace: this is an answer, not a failure of the program, and clients cause it at will.
        super(detail, null, false, false);
        this.type = type;
        this.errors = errors;
        this.headers = headers;
    }

    public ProblemType type() {
        return type;
    }

    /** Headers that the answer needs beside the usual ones, such as {@code Allow}. */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * The document.
     *
     * @param instance path of the request, without its query
     * @param requestId its {@code X-Request-Id}
     */
    public Problem toProblem(String instance, String requestId) {
        return new Problem(type.uri(), type.title(), type.status(), getMessage(), instance, requestId, errors);
    }
}
