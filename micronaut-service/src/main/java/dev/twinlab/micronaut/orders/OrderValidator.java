package dev.twinlab.micronaut.orders;

import dev.twinlab.contract.orders.CreateOrder;
import dev.twinlab.contract.orders.CreateOrderLine;
import dev.twinlab.contract.orders.OrderRules;
import dev.twinlab.contract.problem.FieldError;
import dev.twinlab.contract.problem.Problems;
import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

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
        var errors = new ArrayList<FieldError>();
        for (var violation : validator.validate(order)) {
            errors.add(new FieldError(violation.getPropertyPath().toString(), violation.getMessage()));
        }
        addRepeated(order.lines(), errors);
        if (!errors.isEmpty()) {
            throw Problems.validationFailed(errors);
        }
    }

    private static void addRepeated(List<CreateOrderLine> lines, List<FieldError> errors) {
        if (lines == null) {
            return;
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < lines.size(); i++) {
            CreateOrderLine line = lines.get(i);
            if (line != null && line.sku() != null && !seen.add(line.sku())) {
                errors.add(new FieldError("lines[" + i + "].sku", OrderRules.SKU_REPEATED));
            }
        }
    }
}
