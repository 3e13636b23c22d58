package dev.twinlab.micronaut.products;

import dev.twinlab.contract.Money;
import dev.twinlab.contract.http.Timestamps;
import dev.twinlab.contract.products.Product;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code products}. */
@MappedEntity("products")
record ProductRow(
        @Id String sku,
        String name,
        String description,
        String category,
        long priceMinor,
        String currency,
        int stock,
        long version,
        Instant updatedAt) {

    Product toProduct() {
        return new Product(
                sku,
                name,
                description,
                category,
                new Money(priceMinor, currency),
                stock,
                version,
                Timestamps.format(updatedAt));
    }
}
