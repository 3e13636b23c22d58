package dev.twinlab.contract.problem;

import dev.twinlab.contract.http.Headers;
import dev.twinlab.contract.http.Limits;
import dev.twinlab.contract.orders.OrderStatus;
import dev.twinlab.contract.security.BearerChallenge;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Makes each problem with its text. */
public final class Problems {
    private Problems() {}

    /** 400: the body is not JSON, has an unknown or repeated member, or a member of a wrong type. */
    public static ProblemException malformedBody() {
        return of(
                ProblemType.MALFORMED_REQUEST,
                "The body must be one JSON object with no other members than the operation's schema names, each once and"
                        + " of the type that it says.");
    }

    /** 400: the request cannot be understood below the level of an operation, such as a path with a bad escape. */
    public static ProblemException malformedRequest() {
        return of(ProblemType.MALFORMED_REQUEST, "The request is not well-formed HTTP.");
    }

    /** 400: parameters or headers that break their rules. */
    public static ProblemException invalidParameters(List<FieldError> errors) {
        return new ProblemException(
                ProblemType.INVALID_PARAMETER,
                "The request has " + count(errors) + ".",
                FieldError.sorted(errors),
                Map.of());
    }

    /** 401: no credentials. */
    public static ProblemException noToken() {
        return new ProblemException(
                ProblemType.UNAUTHORIZED,
                "This operation needs a bearer token in the Authorization header.",
                null,
                Map.of("WWW-Authenticate", BearerChallenge.NO_TOKEN));
    }

    /** 401: credentials that do not hold; why is not told to the client. */
    public static ProblemException invalidToken() {
        return new ProblemException(
                ProblemType.UNAUTHORIZED,
                "The bearer token is not valid: it must be signed, current, and made for this service.",
                null,
                Map.of("WWW-Authenticate", BearerChallenge.INVALID_TOKEN));
    }

    /** 403: a valid token without the scope. */
    public static ProblemException missingScope(String scope) {
        return new ProblemException(
                ProblemType.FORBIDDEN,
                "The bearer token lacks the scope " + scope + ".",
                null,
                Map.of("WWW-Authenticate", BearerChallenge.insufficientScope(scope)));
    }

    public static ProblemException noSuchRoute() {
        return of(ProblemType.NOT_FOUND, "No operation has this path.");
    }

    public static ProblemException noSuchProduct(String sku) {
        return of(ProblemType.NOT_FOUND, "There is no product " + sku + ".");
    }

    public static ProblemException noSuchOrder(String id) {
        return of(ProblemType.NOT_FOUND, "There is no order " + id + ".");
    }

    /**
     * 405.
     *
     * @param allowed the methods that the path has; the answer lists them in alphabetical order in {@code Allow}
     */
    public static ProblemException methodNotAllowed(Collection<String> allowed) {
        String list = String.join(", ", new TreeSet<>(allowed));
        return new ProblemException(
                ProblemType.METHOD_NOT_ALLOWED, "This path has only " + list + ".", null, Map.of("Allow", list));
    }

    public static ProblemException notAcceptable() {
        return of(ProblemType.NOT_ACCEPTABLE, "This operation answers with " + Headers.JSON + " only.");
    }

    public static ProblemException idempotencyKeyReused() {
        return of(
                ProblemType.IDEMPOTENCY_KEY_REUSED,
                "The Idempotency-Key was used with another body: a new order needs a new key.");
    }

    public static ProblemException insufficientStock(String sku, int requested, int available) {
        return of(
                ProblemType.INSUFFICIENT_STOCK,
                "Product " + sku + " has " + available + " left, " + requested + " were asked for.");
    }

    public static ProblemException orderState(String id, OrderStatus current, OrderStatus target) {
        return of(
                ProblemType.ORDER_STATE_CONFLICT,
                "Order " + id + " is " + current + " and cannot become " + target + ".");
    }

    public static ProblemException payloadTooLarge() {
        return of(ProblemType.PAYLOAD_TOO_LARGE, "The body must be at most " + Limits.BODY_BYTES_MAX + " bytes.");
    }

    public static ProblemException unsupportedMediaType() {
        return of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The body must be " + Headers.JSON + ".");
    }

    /** 422: well-formed, but against the rules. */
    public static ProblemException validationFailed(Collection<FieldError> errors) {
        return new ProblemException(
                ProblemType.VALIDATION_FAILED,
                "The body has " + count(errors) + ".",
                FieldError.sorted(errors),
                Map.of());
    }

    /** 500: nothing of the cause is told; the log has it under the request id. */
    public static ProblemException internalError() {
        return of(
                ProblemType.INTERNAL_ERROR,
                "The request could not be served. Its request id finds the cause in the log.");
    }

    /** 503. @param retryAfterSeconds whole seconds, 1 or more */
    public static ProblemException unavailable(int retryAfterSeconds) {
        return new ProblemException(
                ProblemType.UNAVAILABLE,
                "The service cannot serve this request now; try again later.",
                null,
                Map.of("Retry-After", Integer.toString(retryAfterSeconds)));
    }

    private static String count(Collection<FieldError> errors) {
        return errors.size() == 1 ? "1 error" : errors.size() + " errors";
    }

    private static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, null, Map.of());
    }
}
