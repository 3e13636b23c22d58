package dev.twinlab.micronaut.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.twinlab.contract.Money;
import dev.twinlab.contract.operations.HealthReport;
import dev.twinlab.contract.operations.LogLevel;
import dev.twinlab.contract.operations.VersionInfo;
import dev.twinlab.contract.orders.CreateOrder;
import dev.twinlab.contract.orders.CreateOrderLine;
import dev.twinlab.contract.orders.Order;
import dev.twinlab.contract.orders.OrderLine;
import dev.twinlab.contract.orders.OrderPage;
import dev.twinlab.contract.orders.OrderSummary;
import dev.twinlab.contract.ping.Pong;
import dev.twinlab.contract.problem.FieldError;
import dev.twinlab.contract.problem.Problem;
import dev.twinlab.contract.products.Product;
import dev.twinlab.contract.products.ProductPage;
import dev.twinlab.contract.reports.SalesReport;
import dev.twinlab.contract.reports.SalesRow;
import io.micronaut.serde.annotation.SerdeImport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contract's records, for which the build writes JSON codecs: they know no framework themselves. */
@SerdeImport(Pong.class)
@SerdeImport(Money.class)
@SerdeImport(Product.class)
@SerdeImport(ProductPage.class)
@SerdeImport(CreateOrder.class)
@SerdeImport(CreateOrderLine.class)
@SerdeImport(Order.class)
@SerdeImport(OrderLine.class)
@SerdeImport(OrderPage.class)
@SerdeImport(OrderSummary.class)
@SerdeImport(SalesReport.class)
@SerdeImport(SalesRow.class)
@SerdeImport(FieldError.class)
@SerdeImport(value = Problem.class, mixin = WireTypes.ProblemMembers.class)
@SerdeImport(HealthReport.class)
@SerdeImport(HealthReport.Check.class)
@SerdeImport(LogLevel.class)
@SerdeImport(LogLevel.Change.class)
@SerdeImport(VersionInfo.class)
@SerdeImport(VersionInfo.Framework.class)
@SerdeImport(VersionInfo.Jvm.class)
@SerdeImport(VersionInfo.Pool.class)
final class WireTypes {
    private WireTypes() {}

    /** Only here does a null mean "left out"; everywhere else it is written. */
    record ProblemMembers(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            String requestId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<FieldError> errors) {}
}
