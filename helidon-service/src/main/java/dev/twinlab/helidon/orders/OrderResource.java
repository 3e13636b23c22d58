package dev.twinlab.helidon.orders;

import dev.twinlab.contract.http.Headers;
import dev.twinlab.contract.http.PageCursor;
import dev.twinlab.contract.http.Parameters;
import dev.twinlab.contract.http.Paths;
import dev.twinlab.contract.orders.CreateOrder;
import dev.twinlab.contract.orders.OrderPage;
import dev.twinlab.contract.orders.OrderSummary;
import dev.twinlab.contract.problem.Problems;
import dev.twinlab.helidon.http.ApiRoutes;
import dev.twinlab.helidon.http.Json;
import dev.twinlab.helidon.http.QueryValues;
import dev.twinlab.helidon.http.RequestContext;
import dev.twinlab.helidon.http.RequestLimits;
import dev.twinlab.helidon.http.Responses;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.UUID;

/** Everything under {@code /orders}. */
public final class OrderResource {
    private static final HeaderName IDEMPOTENCY_KEY = HeaderNames.create(Headers.IDEMPOTENCY_KEY);
    private static final HeaderName IDEMPOTENCY_REPLAYED = HeaderNames.create(Headers.IDEMPOTENCY_REPLAYED);

    private final OrderService service;
    private final OrderRepository orders;

    public OrderResource(OrderService service, OrderRepository orders) {
        this.service = service;
        this.orders = orders;
    }

    public void register(ApiRoutes routes) {
        routes.postJson(Paths.ORDERS, this::create);
        routes.get(Paths.ORDERS, this::list);
        routes.get(Paths.ORDER, this::get);
        routes.post(Paths.ORDER_CANCEL, this::cancel);
    }

    private void create(ServerRequest request, ServerResponse response) {
        String subject = RequestContext.of(request).subject();
        var parameters = new Parameters();
        String key = parameters.idempotencyKey(QueryValues.of(request, IDEMPOTENCY_KEY));
        byte[] body = RequestLimits.body(request);
        if (key == null) {
            throw Problems.invalidParameters(parameters.errors());
        }
        CreateOrder order = Json.read(body, CreateOrder.class);
        OrderValidator.validate(order);
        PlacedOrder placed = service.place(subject, key, order);
        response.header(
                HeaderNames.LOCATION, Paths.ORDERS + '/' + placed.order().id());
        if (placed.replayed()) {
            response.header(IDEMPOTENCY_REPLAYED, "true");
        }
        Responses.json(request, response, Status.CREATED_201, placed.order());
    }

    private void list(ServerRequest request, ServerResponse response) {
        var parameters = new Parameters();
        var customer = parameters.customerId(QueryValues.of(request, "customerId"));
        var status = parameters.status(QueryValues.of(request, "status"));
        int limit = parameters.limit(QueryValues.of(request, "limit"));
        var before = parameters
                .cursor(QueryValues.of(request, "cursor"), PageCursor.ORDERS)
                .map(UUID::fromString);
        if (!parameters.errors().isEmpty()) {
            throw Problems.invalidParameters(parameters.errors());
        }
        // One more than the page tells whether there is a next one.
        List<OrderSummary> found = orders.page(customer, status, before, limit + 1);
        boolean more = found.size() > limit;
        List<OrderSummary> items = more ? found.subList(0, limit) : found;
        Responses.json(
                request,
                response,
                Status.OK_200,
                new OrderPage(
                        items, more ? PageCursor.ORDERS.encode(items.getLast().id()) : null));
    }

    private void get(ServerRequest request, ServerResponse response) {
        UUID id = id(request);
        Responses.json(
                request,
                response,
                Status.OK_200,
                orders.find(id).orElseThrow(() -> Problems.noSuchOrder(id.toString())));
    }

    private void cancel(ServerRequest request, ServerResponse response) {
        // Its size counts, whatever is in it.
        RequestLimits.body(request);
        Responses.json(request, response, Status.OK_200, service.cancel(id(request)));
    }

    private static UUID id(ServerRequest request) {
        var parameters = new Parameters();
        UUID id = parameters.orderId(request.path().pathParameters().get("id"));
        if (id == null) {
            throw Problems.invalidParameters(parameters.errors());
        }
        return id;
    }
}
