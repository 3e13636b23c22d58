package dev.twinlab.contract.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.contract.orders.OrderStatus;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ProblemsTest {
    private static final FieldError ONE = new FieldError("limit", "must be a whole number between 1 and 100");

    /** Every factory: what it makes, its status and the whole text that a client reads. */
    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.of(
                        "malformedBody",
                        Problems.malformedBody(),
                        ProblemType.MALFORMED_REQUEST,
                        "The body must be one JSON object with no other members than the operation's schema names, each"
                                + " once and of the type that it says."),
                Arguments.of(
                        "malformedRequest",
                        Problems.malformedRequest(),
                        ProblemType.MALFORMED_REQUEST,
                        "The request is not well-formed HTTP."),
                Arguments.of(
                        "invalidParameters",
                        Problems.invalidParameters(List.of(ONE)),
                        ProblemType.INVALID_PARAMETER,
                        "The request has 1 error."),
                Arguments.of(
                        "noToken",
                        Problems.noToken(),
                        ProblemType.UNAUTHORIZED,
                        "This operation needs a bearer token in the Authorization header."),
                Arguments.of(
                        "invalidToken",
                        Problems.invalidToken(),
                        ProblemType.UNAUTHORIZED,
                        "The bearer token is not valid: it must be signed, current, and made for this service."),
                Arguments.of(
                        "missingScope",
                        Problems.missingScope("orders:write"),
                        ProblemType.FORBIDDEN,
                        "The bearer token lacks the scope orders:write."),
                Arguments.of(
                        "noSuchRoute", Problems.noSuchRoute(), ProblemType.NOT_FOUND, "No operation has this path."),
                Arguments.of(
                        "noSuchProduct",
                        Problems.noSuchProduct("SKU-000009"),
                        ProblemType.NOT_FOUND,
                        "There is no product SKU-000009."),
                Arguments.of(
                        "noSuchOrder",
                        Problems.noSuchOrder("01941f29-7c00-7abc-8def-0123456789ab"),
                        ProblemType.NOT_FOUND,
                        "There is no order 01941f29-7c00-7abc-8def-0123456789ab."),
                Arguments.of(
                        "methodNotAllowed",
                        Problems.methodNotAllowed(List.of("POST", "GET", "HEAD")),
                        ProblemType.METHOD_NOT_ALLOWED,
                        "This path has only GET, HEAD, POST."),
                Arguments.of(
                        "notAcceptable",
                        Problems.notAcceptable(),
                        ProblemType.NOT_ACCEPTABLE,
                        "This operation answers with application/json only."),
                Arguments.of(
                        "idempotencyKeyReused",
                        Problems.idempotencyKeyReused(),
                        ProblemType.IDEMPOTENCY_KEY_REUSED,
                        "The Idempotency-Key was used with another body: a new order needs a new key."),
                Arguments.of(
                        "insufficientStock",
                        Problems.insufficientStock("SKU-000001", 2, 1),
                        ProblemType.INSUFFICIENT_STOCK,
                        "Product SKU-000001 has 1 left, 2 were asked for."),
                Arguments.of(
                        "orderState",
                        Problems.orderState("01941f29", OrderStatus.SHIPPED, OrderStatus.CANCELLED),
                        ProblemType.ORDER_STATE_CONFLICT,
                        "Order 01941f29 is SHIPPED and cannot become CANCELLED."),
                Arguments.of(
                        "payloadTooLarge",
                        Problems.payloadTooLarge(),
                        ProblemType.PAYLOAD_TOO_LARGE,
                        "The body must be at most 65536 bytes."),
                Arguments.of(
                        "unsupportedMediaType",
                        Problems.unsupportedMediaType(),
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "The body must be application/json."),
                Arguments.of(
                        "validationFailed",
                        Problems.validationFailed(List.of(ONE, ONE)),
                        ProblemType.VALIDATION_FAILED,
                        "The body has 2 errors."),
                Arguments.of(
                        "internalError",
                        Problems.internalError(),
                        ProblemType.INTERNAL_ERROR,
                        "The request could not be served. Its request id finds the cause in the log."),
                Arguments.of(
                        "unavailable",
                        Problems.unavailable(1),
                        ProblemType.UNAVAILABLE,
                        "The service cannot serve this request now; try again later."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void documentTellsWhatHappened(String factory, ProblemException problem, ProblemType type, String detail) {
        Problem document = problem.toProblem("/api/v1/orders", "request-1");

        assertThat(problem.type()).isEqualTo(type);
        assertThat(document.type()).isEqualTo(type.uri());
        assertThat(document.title()).isEqualTo(type.title());
        assertThat(document.status()).isEqualTo(type.status());
        assertThat(document.detail()).isEqualTo(detail);
        assertThat(document.instance()).isEqualTo("/api/v1/orders");
        assertThat(document.requestId()).isEqualTo("request-1");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void costsNoStackTrace(String factory, ProblemException problem, ProblemType type, String detail) {
        assertThat(problem.getStackTrace()).isEmpty();
    }

    @Test
    void everyFactoryIsCovered() {
        List<String> factories = Arrays.stream(Problems.class.getDeclaredMethods())
                .filter(it -> Modifier.isPublic(it.getModifiers()))
                .map(Method::getName)
                .toList();

        assertThat(problems().map(it -> (String) it.get()[0])).containsExactlyInAnyOrderElementsOf(factories);
    }

    @Test
    void everyTypeButTheIngressOwnHasAFactory() {
        List<ProblemType> fromServices = Arrays.stream(ProblemType.values())
                .filter(it -> it != ProblemType.TOO_MANY_REQUESTS)
                .toList();

        assertThat(problems().map(it -> (ProblemType) it.get()[2]).distinct())
                .containsExactlyInAnyOrderElementsOf(fromServices);
    }

    @Test
    void typesHaveUrisOfTheirOwn() {
        assertThat(ProblemType.values()).extracting(ProblemType::uri).doesNotHaveDuplicates();
        assertThat(ProblemType.NOT_FOUND.uri()).isEqualTo("urn:twinlab:problem:not-found");
    }

    @Test
    void errorsAreSortedByFieldThenMessage() {
        var quantity = new FieldError("lines[0].quantity", "must be between 1 and 1000");
        var customerBad = new FieldError("customerId", "must be a UUID");
        var customerMissing = new FieldError("customerId", "is required");
        List<FieldError> found = List.of(quantity, customerBad, customerMissing);

        assertThat(errors(Problems.validationFailed(found))).containsExactly(customerMissing, customerBad, quantity);
        assertThat(errors(Problems.invalidParameters(found))).containsExactly(customerMissing, customerBad, quantity);
    }

    @Test
    void errorsAreLeftOutWhereNoFieldIsToBlame() {
        assertThat(errors(Problems.noSuchRoute())).isNull();
        assertThat(errors(Problems.malformedBody())).isNull();
        assertThat(errors(Problems.insufficientStock("SKU-000001", 2, 1))).isNull();
    }

    @Test
    void headersSayHowToGoOn() {
        assertThat(Problems.noToken().headers()).isEqualTo(Map.of("WWW-Authenticate", "Bearer realm=\"twinlab\""));
        assertThat(Problems.invalidToken().headers())
                .isEqualTo(Map.of("WWW-Authenticate", "Bearer realm=\"twinlab\", error=\"invalid_token\""));
        assertThat(Problems.missingScope("orders:write").headers())
                .isEqualTo(Map.of(
                        "WWW-Authenticate",
                        "Bearer realm=\"twinlab\", error=\"insufficient_scope\", scope=\"orders:write\""));
        assertThat(Problems.methodNotAllowed(List.of("POST", "GET", "HEAD", "GET"))
                        .headers())
                .isEqualTo(Map.of("Allow", "GET, HEAD, POST"));
        assertThat(Problems.unavailable(3).headers()).isEqualTo(Map.of("Retry-After", "3"));
        assertThat(Problems.noSuchRoute().headers()).isEmpty();
    }

    private static @Nullable List<FieldError> errors(ProblemException problem) {
        return problem.toProblem("/api/v1/orders", "request-1").errors();
    }
}
