package dev.twinlab.contract.conformance;

/** An answer that breaks the contract; the message tells the request, what was expected and what came. */
public final class ConformanceFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConformanceFailure(String message) {
        super(message);
    }

    ConformanceFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
