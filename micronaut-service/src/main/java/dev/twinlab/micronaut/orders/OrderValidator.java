package dev.twinlab.micronaut.orders;

import dev.twinlab.contract.orders.CreateOrder;
import dev.twinlab.contract.orders.CreateOrderLine;
import dev.twinlab.contract.orders.OrderRules;
import dev.twinlab.contract.problem.FieldError;
import dev.twinlab.contract.problem.Problems;
import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of an order that need no database: those on its records, and that each SKU stands in one line only. */
@Singleton
@Introspected(classes = {CreateOrder.class, CreateOrderLine.class})
class OrderValidator {
    private final Validator validator;

    OrderValidator(Validator validator) {
        this.validator = validator;
    }

    /** @throws dev.twinlab.contract.problem.ProblemException validation-failed, with every error */
    void check(CreateOrder order) {
        Set<FieldError> errors = new HashSet<>();
        addViolations(order, "", errors);
        if (order.lines() != null) {
            addLineErrors(order.lines(), errors);
        }
        if (!errors.isEmpty()) {
            throw Problems.validationFailed(errors);
        }
    }

    /**
     * The compile-time validator sees no annotation on a type argument of a class that comes from another jar, so the
     * {@code @NotNull} and {@code @Valid} of the lines are followed here.
     */
    private void addLineErrors(List<CreateOrderLine> lines, Set<FieldError> errors) {
        var seen = new HashSet<String>();
        for (int i = 0; i < lines.size(); i++) {
            String path = "lines[" + i + "]";
            CreateOrderLine line = lines.get(i);
            if (line == null) {
                errors.add(new FieldError(path, OrderRules.REQUIRED));
                continue;
            }
            addViolations(line, path + ".", errors);
            if (line.sku() != null && !seen.add(line.sku())) {
                errors.add(new FieldError(path + ".sku", OrderRules.SKU_REPEATED));
            }
        }
    }

    private void addViolations(Object value, String prefix, Set<FieldError> errors) {
        for (var violation : validator.validate(value)) {
            errors.add(new FieldError(prefix + violation.getPropertyPath(), violation.getMessage()));
        }
    }
}
