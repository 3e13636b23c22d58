package dev.twinlab.helidon.orders;

import dev.twinlab.contract.http.Limits;
import dev.twinlab.contract.orders.CreateOrder;
import dev.twinlab.contract.orders.CreateOrderLine;
import dev.twinlab.contract.orders.OrderRules;
import dev.twinlab.contract.problem.FieldError;
import dev.twinlab.contract.problem.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Holds a body against the rules that need no database. */
final class OrderValidator {
    private static final Pattern UUID_FORM = Pattern.compile(Limits.UUID_PATTERN);
    private static final Pattern SKU_FORM = Pattern.compile(Limits.SKU_PATTERN);

    private OrderValidator() {}

    /** @throws dev.twinlab.contract.problem.ProblemException 422 with everything that is wrong */
    static void validate(CreateOrder order) {
        var errors = new ArrayList<FieldError>();
        if (order.customerId() == null) {
            errors.add(new FieldError("customerId", OrderRules.REQUIRED));
        } else if (!UUID_FORM.matcher(order.customerId()).matches()) {
            errors.add(new FieldError("customerId", OrderRules.CUSTOMER_ID_INVALID));
        }
        List<CreateOrderLine> lines = order.lines();
        if (lines == null) {
            errors.add(new FieldError("lines", OrderRules.REQUIRED));
        } else {
            if (lines.isEmpty() || lines.size() > Limits.ORDER_LINES_MAX) {
                errors.add(new FieldError("lines", OrderRules.LINES_SIZE));
            }
            var seen = new HashSet<String>();
            for (int i = 0; i < lines.size(); i++) {
                line("lines[" + i + ']', lines.get(i), seen, errors);
            }
        }
        if (!errors.isEmpty()) {
            throw Problems.validationFailed(errors);
        }
    }

    private static void line(String at, CreateOrderLine line, HashSet<String> seen, List<FieldError> errors) {
        if (line == null) {
            errors.add(new FieldError(at, OrderRules.REQUIRED));
            return;
        }
        if (line.sku() == null) {
            errors.add(new FieldError(at + ".sku", OrderRules.REQUIRED));
        } else {
            if (!SKU_FORM.matcher(line.sku()).matches()) {
                errors.add(new FieldError(at + ".sku", OrderRules.SKU_INVALID));
            }
            if (!seen.add(line.sku())) {
                errors.add(new FieldError(at + ".sku", OrderRules.SKU_REPEATED));
            }
        }
        if (line.quantity() == null) {
            errors.add(new FieldError(at + ".quantity", OrderRules.REQUIRED));
        } else if (line.quantity() < 1 || line.quantity() > Limits.ORDER_QUANTITY_MAX) {
            errors.add(new FieldError(at + ".quantity", OrderRules.QUANTITY_RANGE));
        }
    }
}
