package dev.twinlab.micronaut.orders;

import dev.twinlab.contract.http.Headers;
import dev.twinlab.contract.http.PageCursor;
import dev.twinlab.contract.http.Parameters;
import dev.twinlab.contract.http.Paths;
import dev.twinlab.contract.orders.CreateOrder;
import dev.twinlab.contract.orders.Order;
import dev.twinlab.contract.orders.OrderPage;
import dev.twinlab.contract.orders.OrderStatus;
import dev.twinlab.contract.problem.Problems;
import dev.twinlab.contract.security.Scopes;
import dev.twinlab.micronaut.http.CurrentRequest;
import dev.twinlab.micronaut.http.JsonBody;
import dev.twinlab.micronaut.http.StrictJson;
import dev.twinlab.micronaut.security.Caller;
import dev.twinlab.micronaut.telemetry.Meters;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything under {@code /orders}. */
@Path(Paths.ORDERS)
@ExecuteOn(TaskExecutors.BLOCKING)
class OrderResource {
    private final OrderService service;
    private final OrderRepository orders;
    private final OrderValidator validator;
    private final StrictJson json;
    private final Meters meters;

    OrderResource(
            OrderService service, OrderRepository orders, OrderValidator validator, StrictJson json, Meters meters) {
        this.service = service;
        this.orders = orders;
        this.validator = validator;
        this.json = json;
        this.meters = meters;
    }

    @GET
    OrderPage list() {
        var query = CurrentRequest.get().getParameters();
        var parameters = new Parameters();
        var customerId = parameters.customerId(query.getAll("customerId"));
        var status = parameters.status(query.getAll("status"));
        int limit = parameters.limit(query.getAll("limit"));
        var cursor = parameters.cursor(query.getAll("cursor"), PageCursor.ORDERS);
        throwIfWrong(parameters);

        // One row more than asked for tells whether there is a next page.
        UUID before = cursor.map(UUID::fromString).orElse(OrderRepository.START);
        List<OrderRow> rows = findPage(customerId, status, before, limit + 1);
        var items = rows.stream().limit(limit).map(OrderRow::toSummary).toList();
        String next =
                rows.size() > limit ? PageCursor.ORDERS.encode(items.getLast().id()) : null;
        return new OrderPage(items, next);
    }

    @GET
    @Path("/{id}")
    Order get(@PathParam("id") String id) {
        return service.find(orderId(id));
    }

    @POST
    @Consumes(Headers.JSON)
    @RolesAllowed(Scopes.ORDERS_WRITE)
    Response create(@Nullable JsonBody body) {
        var request = CurrentRequest.get();
        var parameters = new Parameters();
        String key = parameters.idempotencyKey(request.getHeaders().getAll(Headers.IDEMPOTENCY_KEY));
        throwIfWrong(parameters);
        CreateOrder order = json.read(body == null ? JsonBody.NONE : body, CreateOrder.class);
        validator.check(order);

        var placement = service.place(Caller.of(request).subject(), key, order);
        var response = Response.status(Response.Status.CREATED)
                .entity(placement.order())
                .header(
                        HttpHeaders.LOCATION,
                        Paths.ORDERS + "/" + placement.order().id());
        if (placement.replayed()) {
            response.header(Headers.IDEMPOTENCY_REPLAYED, "true");
        } else {
            meters.orderCreated();
        }
        return response.build();
    }

    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Scopes.ORDERS_WRITE)
    Order cancel(@PathParam("id") String id) {
        Order cancelled = service.cancel(orderId(id));
        meters.orderCancelled();
        return cancelled;
    }

    private List<OrderRow> findPage(Optional<UUID> customerId, Optional<OrderStatus> status, UUID before, int count) {
        if (customerId.isPresent()) {
            return status.isPresent()
                    ? orders.findPageOfCustomerInStatus(customerId.get(), status.get(), before, count)
                    : orders.findPageOfCustomer(customerId.get(), before, count);
        }
        return status.isPresent()
                ? orders.findPageInStatus(status.get(), before, count)
                : orders.findPage(before, count);
    }

    private static UUID orderId(String text) {
        var parameters = new Parameters();
        UUID id = parameters.orderId(text);
        throwIfWrong(parameters);
        return id;
    }

    private static void throwIfWrong(Parameters parameters) {
        if (!parameters.errors().isEmpty()) {
            throw Problems.invalidParameters(parameters.errors());
        }
    }
}
