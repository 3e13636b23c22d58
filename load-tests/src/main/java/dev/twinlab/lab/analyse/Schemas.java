package dev.twinlab.lab.analyse;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The JSON Schemas (2020-12) of a campaign's files, and of a policy once it is read from YAML. */
public final class Schemas {
    private final Map<Kind, Schema> schemas = new EnumMap<>(Kind.class);

    /** A kind of file. */
    public enum Kind {
        MANIFEST,
        ENVIRONMENT,
        RUN,
        END,
        VERDICT,
        POLICY
    }

    public Schemas() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(
                        SchemaRegistryConfig.builder().locale(Locale.ROOT).build()));
        for (Kind kind : Kind.values()) {
            String resource = "/dev/twinlab/lab/schemas/" + kind.name().toLowerCase(Locale.ROOT) + ".json";
            try (InputStream text = Schemas.class.getResourceAsStream(resource)) {
                if (text == null) {
                    throw new IllegalStateException("the jar lacks " + resource);
                }
                schemas.put(kind, registry.getSchema(text));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + resource, e);
            }
        }
    }

    /** What is wrong with a document, one clause each with the place in it, sorted; empty when it fits. */
    public List<String> problems(Kind kind, JsonNode document) {
        Schema schema = schemas.get(kind);
        if (schema == null) {
            throw new IllegalArgumentException("no schema for " + kind);
        }
        return schema.validate(document).stream()
                .map(Schemas::clause)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static String clause(Error error) {
        String at = error.getInstanceLocation().toString();
        return (at.isEmpty() ? "/" : at) + ": " + error.getMessage();
    }
}
