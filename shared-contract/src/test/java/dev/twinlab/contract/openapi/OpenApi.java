package dev.twinlab.contract.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The document as a tree of JSON, anchors and merge keys resolved, members in the order of the file. */
final class OpenApi {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final JsonNode root;

    private OpenApi(JsonNode root) {
        this.root = root;
    }

    static OpenApi load() {
        try (InputStream text = OpenApi.class.getResourceAsStream("/openapi.yaml")) {
            if (text == null) {
                throw new IllegalStateException("the class path lacks openapi.yaml");
            }
            // Jackson's own YAML reader knows no merge keys.
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return new OpenApi(new ObjectMapper().valueToTree(tree));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read openapi.yaml", e);
        }
    }

    /** The node at a JSON pointer; fails when there is none. */
    JsonNode at(String pointer) {
        JsonNode node = root.at(pointer);
        if (node.isMissingNode()) {
            throw new AssertionError("openapi.yaml has nothing at " + pointer);
        }
        return node;
    }

    JsonNode schema(String name) {
        return at("/components/schemas/" + name);
    }

    /** The schema of one member of a component schema, with its reference followed. */
    JsonNode property(String schema, String member) {
        return resolve(at("/components/schemas/" + schema + "/properties/" + member));
    }

    /** The node itself, or what its {@code $ref} leads to in the end. */
    JsonNode resolve(JsonNode node) {
        JsonNode current = node;
        while (current.has("$ref")) {
            current = at(pointer(current.get("$ref").asText()));
        }
        return current;
    }

    /** The JSON pointer of a reference; fails for a reference out of this document. */
    static String pointer(String reference) {
        if (!reference.startsWith("#/")) {
            throw new AssertionError(reference + " leads out of openapi.yaml");
        }
        return reference.substring(1);
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        for (Map.Entry<String, JsonNode> path : at("/paths").properties()) {
            for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
                if (METHODS.contains(member.getKey())) {
                    operations.add(new Operation(member.getKey(), path.getKey(), member.getValue()));
                }
            }
        }
        return operations;
    }

    /** The parameter of an operation, reference followed. */
    JsonNode parameter(Operation operation, String name) {
        return StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
                .map(this::resolve)
                .filter(it -> it.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(operation + " has no parameter " + name));
    }

    Operation operation(String method, String path) {
        return operations().stream()
                .filter(it -> it.method().equals(method) && it.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("openapi.yaml has no " + method + " " + path));
    }

    /** Shows every object of the document with its JSON pointer, but nothing within an example: that is data. */
    void eachObject(BiConsumer<String, JsonNode> visitor) {
        walk("", root, visitor);
    }

    private static void walk(String pointer, JsonNode node, BiConsumer<String, JsonNode> visitor) {
        if (node.isObject()) {
            visitor.accept(pointer, node);
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                if (!member.getKey().equals("example")) {
                    String step = member.getKey().replace("~", "~0").replace("/", "~1");
                    walk(pointer + '/' + step, member.getValue(), visitor);
                }
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(pointer + '/' + i, node.get(i), visitor);
            }
        }
    }

    /** One operation; prints as its method and path. */
    record Operation(String method, String path, JsonNode node) {
        @Override
        public String toString() {
            return method + ' ' + path;
        }
    }
}
