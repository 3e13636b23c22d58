package dev.twinlab.contract.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** {@code openapi.yaml}, asked what an answer must be. */
public final class OpenApiDocument {
    private static final String RESOURCE = "/openapi.yaml";

    private final JsonNode root;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    private OpenApiDocument(JsonNode root) {
        this.root = root;
    }

    /** Reads the document from the class path. */
    public static OpenApiDocument load() {
        try (InputStream in = OpenApiDocument.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + RESOURCE);
            }
            // SnakeYAML itself, because it resolves the document's anchors and merge keys.
            Object tree = new Yaml().load(in);
            return new OpenApiDocument(new ObjectMapper().valueToTree(tree));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /** The declared answer to {@code method} on {@code path} with {@code status}; empty where none is declared. */
    Optional<JsonNode> response(String method, String path, int status) {
        return operation(method, path)
                .map(it -> it.path("responses").path(Integer.toString(status)))
                .filter(it -> !it.isMissingNode())
                .map(this::resolved);
    }

    /** Whether a path template of the document fits {@code path}. */
    boolean hasPath(String path) {
        return template(path).isPresent();
    }

    /** What is wrong with {@code body} as the declared content of {@code response}; empty when nothing is. */
    List<String> bodyErrors(JsonNode response, String contentType, JsonNode body) {
        JsonNode schema = response.path("content").path(contentType).path("schema");
        if (schema.isMissingNode()) {
            return List.of("content type " + contentType + " is not declared");
        }
        return errors(schema, body);
    }

    /** What is wrong with the value of a declared header; empty when nothing is. */
    List<String> headerErrors(JsonNode header, String value) {
        JsonNode resolved = resolved(header);
        return errors(resolved.path("schema"), TextNode.valueOf(value));
    }

    /** A node, or what its {@code $ref} points to. */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode()
                ? node
                : resolved(root.at(reference.asText().substring(1)));
    }

    private List<String> errors(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(Error::toString)
                .sorted()
                .toList();
    }

    private Schema compile(JsonNode schema) {
        ObjectNode standalone = schema.deepCopy();
        standalone.set("components", root.path("components"));
        return registry.getSchema(standalone);
    }

    private Optional<JsonNode> operation(String method, String path) {
        String declared = method.equals("HEAD") ? "GET" : method;
        return template(path)
                .map(it -> root.path("paths").path(it).path(declared.toLowerCase(Locale.ROOT)))
                .filter(it -> !it.isMissingNode());
    }

    private Optional<String> template(String path) {
        var names = root.path("paths").fieldNames();
        String found = null;
        while (names.hasNext()) {
            String template = names.next();
            String pattern = Pattern.compile("\\{[^}]+}")
                    .splitAsStream(template + " ")
                    .map(it -> Pattern.quote(it))
                    .reduce((a, b) -> a + "[^/]+" + b)
                    .orElseThrow();
            if ((path + " ").matches(pattern)) {
                found = template;
            }
        }
        return Optional.ofNullable(found);
    }
}
