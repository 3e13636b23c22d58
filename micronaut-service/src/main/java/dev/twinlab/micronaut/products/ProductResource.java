package dev.twinlab.micronaut.products;

import dev.twinlab.contract.http.EntityTag;
import dev.twinlab.contract.http.Headers;
import dev.twinlab.contract.http.PageCursor;
import dev.twinlab.contract.http.Parameters;
import dev.twinlab.contract.http.Paths;
import dev.twinlab.contract.problem.Problems;
import dev.twinlab.contract.products.Product;
import dev.twinlab.contract.products.ProductPage;
import dev.twinlab.micronaut.http.CurrentRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** {@code GET /products} and {@code GET /products/{sku}}. */
@Path(Paths.PRODUCTS)
@ExecuteOn(TaskExecutors.BLOCKING)
class ProductResource {
    private final ProductRepository products;

    ProductResource(ProductRepository products) {
        this.products = products;
    }

    @GET
    ProductPage list() {
        var query = CurrentRequest.get().getParameters();
        var parameters = new Parameters();
        var category = parameters.category(query.getAll("category"));
        int limit = parameters.limit(query.getAll("limit"));
        var cursor = parameters.cursor(query.getAll("cursor"), PageCursor.PRODUCTS);
        if (!parameters.errors().isEmpty()) {
            throw Problems.invalidParameters(parameters.errors());
        }

        // One row more than asked for tells whether there is a next page.
        String after = cursor.orElse(ProductRepository.START);
        List<ProductRow> rows = category.isPresent()
                ? products.findPageOfCategory(category.get(), after, limit + 1)
                : products.findPage(after, limit + 1);
        List<Product> items =
                rows.stream().limit(limit).map(ProductRow::toProduct).toList();
        String next =
                rows.size() > limit ? PageCursor.PRODUCTS.encode(items.getLast().sku()) : null;
        return new ProductPage(items, next);
    }

    @GET
    @Path("/{sku}")
    Response get(@PathParam("sku") String sku) {
        var parameters = new Parameters();
        String key = parameters.sku(sku);
        if (key == null) {
            throw Problems.invalidParameters(parameters.errors());
        }
        Product product = products.findBySku(key)
                .orElseThrow(() -> Problems.noSuchProduct(key))
                .toProduct();
        String tag = EntityTag.of(product.version());
        boolean known = EntityTag.matches(CurrentRequest.get().getHeaders().getAll(HttpHeaders.IF_NONE_MATCH), tag);
        return (known ? Response.notModified() : Response.ok(product))
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, Headers.CACHE_REVALIDATE)
                .build();
    }
}
