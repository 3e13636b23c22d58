package dev.twinlab.contract.products;

import dev.twinlab.contract.Money;

/**
 * A product.
 *
 * @param sku stock keeping unit, see {@link dev.twinlab.contract.http.Limits#SKU_PATTERN}
 * @param name display name
 * @param description one sentence
 * @param category lower-case slug
 * @param price price of one unit
 * @param stock units that can be ordered, 0 or more
 * @param version grows by one with every change of the row; the entity tag is made of it
 * @param updatedAt RFC 3339, UTC, milliseconds; see {@link dev.twinlab.contract.http.Timestamps}
 */
public record Product(
        String sku,
        String name,
        String description,
        String category,
        Money price,
        int stock,
        long version,
        String updatedAt) {}
