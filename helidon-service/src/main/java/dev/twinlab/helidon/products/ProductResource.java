package dev.twinlab.helidon.products;

import dev.twinlab.contract.http.EntityTag;
import dev.twinlab.contract.http.Headers;
import dev.twinlab.contract.http.PageCursor;
import dev.twinlab.contract.http.Parameters;
import dev.twinlab.contract.http.Paths;
import dev.twinlab.contract.problem.Problems;
import dev.twinlab.contract.products.Product;
import dev.twinlab.contract.products.ProductPage;
import dev.twinlab.helidon.http.ApiRoutes;
import dev.twinlab.helidon.http.QueryValues;
import dev.twinlab.helidon.http.Responses;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** {@code GET /products} and {@code GET /products/{sku}}. */
public final class ProductResource {
    private static final Header REVALIDATE =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, Headers.CACHE_REVALIDATE);

    private final ProductRepository products;

    public ProductResource(ProductRepository products) {
        this.products = products;
    }

    public void register(ApiRoutes routes) {
        routes.get(Paths.PRODUCTS, this::list);
        routes.get(Paths.PRODUCT, this::get);
    }

    private void list(ServerRequest request, ServerResponse response) {
        var parameters = new Parameters();
        var category = parameters.category(QueryValues.of(request, "category"));
        int limit = parameters.limit(QueryValues.of(request, "limit"));
        var after = parameters.cursor(QueryValues.of(request, "cursor"), PageCursor.PRODUCTS);
        if (!parameters.errors().isEmpty()) {
            throw Problems.invalidParameters(parameters.errors());
        }
        // One more than the page tells whether there is a next one.
        List<Product> found = products.page(category, after, limit + 1);
        boolean more = found.size() > limit;
        List<Product> items = more ? found.subList(0, limit) : found;
        Responses.json(
                request,
                response,
                Status.OK_200,
                new ProductPage(
                        items, more ? PageCursor.PRODUCTS.encode(items.getLast().sku()) : null));
    }

    private void get(ServerRequest request, ServerResponse response) {
        var parameters = new Parameters();
        String sku = parameters.sku(request.path().pathParameters().get("sku"));
        if (sku == null) {
            throw Problems.invalidParameters(parameters.errors());
        }
        Product product = products.find(sku).orElseThrow(() -> Problems.noSuchProduct(sku));
        String tag = EntityTag.of(product.version());
        response.header(HeaderNames.ETAG, tag).header(REVALIDATE);
        if (EntityTag.matches(QueryValues.of(request, HeaderNames.IF_NONE_MATCH), tag)) {
            Responses.notModified(request, response);
        } else {
            Responses.json(request, response, Status.OK_200, product);
        }
    }
}
