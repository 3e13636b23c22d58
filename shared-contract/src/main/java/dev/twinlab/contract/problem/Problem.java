package dev.twinlab.contract.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem document. {@code errors} is left out of the JSON when null; every other member is always there.
 *
 * @param type stable URI of the kind of problem
 * @param title the kind, in words
 * @param status HTTP status, 400 to 599
 * @param detail what happened here and what would be right
 * @param instance path of the request, without its query
 * @param requestId value of {@code X-Request-Id}
 * @param errors for {@code invalid-parameter} and {@code validation-failed}: every field that is wrong
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String requestId,
        @Nullable List<FieldError> errors) {}
