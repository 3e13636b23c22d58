package dev.twinlab.contract.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * One thing that is wrong with a request.
 *
 * @param field parameter, header or member path, such as {@code lines[0].quantity}
 * @param message what would be right
 */
public record FieldError(String field, String message) {
    private static final Comparator<FieldError> ORDER =
            Comparator.comparing(FieldError::field).thenComparing(FieldError::message);

    /** In the order of the wire: by field, then by message, both by code point. */
    public static List<FieldError> sorted(Collection<FieldError> errors) {
        return errors.stream().sorted(ORDER).toList();
    }
}
