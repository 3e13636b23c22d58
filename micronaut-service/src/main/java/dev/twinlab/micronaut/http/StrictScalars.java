package dev.twinlab.micronaut.http;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import java.math.BigInteger;

/** Scalars that are not converted: the framework's own would take {@code "2"} or {@code 2.0} for a whole number. */
@Factory
final class StrictScalars {
    private static final BigInteger INT_MIN = BigInteger.valueOf(Integer.MIN_VALUE);
    private static final BigInteger INT_MAX = BigInteger.valueOf(Integer.MAX_VALUE);

    @Singleton
    @Primary
    Deserializer<String> strings() {
        return (decoder, context, type) -> {
            JsonNode node = decoder.decodeNode();
            if (!node.isString()) {
                throw new SerdeException("a string is wanted, not " + node);
            }
            return node.getStringValue();
        };
    }

    /** A whole number beyond {@code int} is of the right type but out of every bound: it becomes the nearest one. */
    @Singleton
    @Primary
    Deserializer<Integer> integers() {
        return (decoder, context, type) -> {
            JsonNode node = decoder.decodeNode();
            if (!node.isNumber()) {
                throw new SerdeException("a whole number is wanted, not " + node);
            }
            return switch (node.getNumberValue()) {
                case Integer number -> number;
                case Long number -> Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
                case BigInteger number -> number.max(INT_MIN).min(INT_MAX).intValue();
                case Number fraction -> throw new SerdeException("a whole number is wanted, not " + fraction);
            };
        };
    }
}
