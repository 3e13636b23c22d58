package dev.twinlab.contract.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.twinlab.contract.http.Headers;
import dev.twinlab.contract.http.PageCursor;
import dev.twinlab.contract.http.Paths;
import dev.twinlab.contract.openapi.OpenApi.Operation;
import dev.twinlab.contract.problem.ProblemType;
import dev.twinlab.contract.security.Scopes;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The document is complete and holds together. */
final class OpenApiDocumentTest {
    private static final OpenApi DOCUMENT = OpenApi.load();
    private static final Pattern TEMPLATE = Pattern.compile("\\{([^}]+)}");

    /** The ingress answers it, before any service sees the request. */
    private static final String FROM_INGRESS = "429";

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .locale(Locale.ROOT)
                    // Off by default in this dialect, and then no date is ever looked at.
                    .formatAssertionsEnabled(true)
                    .build()));

    static List<Operation> operations() {
        return DOCUMENT.operations();
    }

    static Stream<Operation> writes() {
        return operations().stream().filter(it -> !it.method().equals("get"));
    }

    static List<Example> examples() {
        var found = new ArrayList<Example>();
        DOCUMENT.eachObject((pointer, node) -> {
            if (node.has("schema") && node.has("example")) {
                found.add(new Example(pointer, node.get("schema"), node.get("example")));
            }
        });
        return found;
    }

    static Stream<Example> problemExamples() {
        return examples().stream()
                .filter(it -> it.schema().path("$ref").asText().endsWith("/schemas/Problem"));
    }

    static Stream<Answer> answers() {
        return operations().stream().flatMap(operation -> operation.node().path("responses").properties().stream()
                .map(it -> new Answer(operation, it.getKey(), DOCUMENT.resolve(it.getValue()))));
    }

    static List<ProblemType> problemTypes() {
        return List.of(ProblemType.values());
    }

    @Test
    void operationsAreThoseOfPaths() {
        assertThat(operations())
                .extracting(Operation::toString)
                .containsExactlyInAnyOrder(
                        "get " + Paths.PING,
                        "get " + Paths.PRODUCTS,
                        "get " + Paths.PRODUCT,
                        "get " + Paths.ORDERS,
                        "post " + Paths.ORDERS,
                        "get " + Paths.ORDER,
                        "post " + Paths.ORDER_CANCEL,
                        "get " + Paths.SALES_REPORT);
    }

    @Test
    void everyPathOfTheApiIsDocumented() throws IllegalAccessException {
        var apiPaths = new TreeSet<String>();
        for (Field constant : Paths.class.getFields()) {
            String path = (String) constant.get(null);
            if (path.startsWith(Paths.BASE + "/")) {
                apiPaths.add(path);
            }
        }

        assertThat(operations().stream().map(Operation::path).collect(Collectors.toSet()))
                .isEqualTo(apiPaths);
    }

    @Test
    void operationIdsAreUnique() {
        assertThat(operations())
                .extracting(it -> it.node().path("operationId").asText())
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void pathVariablesAreRequiredParameters(Operation operation) {
        Matcher variables = TEMPLATE.matcher(operation.path());
        while (variables.find()) {
            JsonNode parameter = DOCUMENT.parameter(operation, variables.group(1));
            assertThat(parameter.path("in").asText()).isEqualTo("path");
            assertThat(parameter.path("required").asBoolean()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("writes")
    void writesNeedTheirScope(Operation operation) {
        assertThat(operation.node().path("security").toString())
                .isEqualTo("[{\"bearer\":[\"" + Scopes.ORDERS_WRITE + "\"]}]");
        assertThat(operation.node().path("responses").has("403")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void answersThatAnyRequestCanMeetAreDeclared(Operation operation) {
        assertThat(operation.node().path("responses").fieldNames())
                .toIterable()
                .contains("401", "405", "406", FROM_INGRESS, "500", "503");
    }

    @ParameterizedTest
    @MethodSource("problemTypes")
    void statusOfEveryProblemAppears(ProblemType type) {
        assertThat(answers()).extracting(Answer::status).contains(Integer.toString(type.status()));
    }

    @Test
    void everyErrorStatusHasAProblem() {
        Set<String> known = Arrays.stream(ProblemType.values())
                .map(it -> Integer.toString(it.status()))
                .collect(Collectors.toSet());

        assertThat(answers().filter(Answer::isError)).extracting(Answer::status).isSubsetOf(known);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answersDeclareTheCommonHeaders(Answer answer) {
        Set<String> declared = answer.headers().keySet();

        if (answer.status().equals(FROM_INGRESS)) {
            assertThat(declared).containsExactly("Retry-After");
        } else {
            assertThat(declared).contains(Headers.REQUEST_ID, Headers.VARIANT, "Cache-Control");
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void headersOfAStatusAreDeclaredWhereItIs(Answer answer) {
        Map<String, Set<String>> statuses = Map.of(
                "WWW-Authenticate",
                Set.of("401", "403"),
                "Allow",
                Set.of("405"),
                "Retry-After",
                Set.of(FROM_INGRESS, "503"));

        statuses.forEach((header, where) ->
                assertThat(answer.headers().containsKey(header)).as(header).isEqualTo(where.contains(answer.status())));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void onlyProductsMayBeKept(Answer answer) {
        boolean kept = answer.operation().path().equals(Paths.PRODUCT) && !answer.isError();
        String expected = kept ? Headers.CACHE_REVALIDATE : Headers.CACHE_NEVER;

        if (!answer.status().equals(FROM_INGRESS)) {
            JsonNode header = DOCUMENT.resolve(answer.headers().get("Cache-Control"));
            assertThat(header.path("schema").path("const").asText()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void mediaTypeTellsAnswersFromProblems(Answer answer) {
        JsonNode content = answer.node().path("content");

        if (answer.status().equals("304")) {
            assertThat(content.isMissingNode()).isTrue();
        } else if (answer.isError()) {
            assertThat(content.fieldNames()).toIterable().containsExactly(Headers.PROBLEM_JSON);
            assertThat(content.path(Headers.PROBLEM_JSON)
                            .path("schema")
                            .path("$ref")
                            .asText())
                    .isEqualTo("#/components/schemas/Problem");
        } else {
            assertThat(content.fieldNames()).toIterable().containsExactly(Headers.JSON);
        }
    }

    @Test
    void referencesResolve() {
        Map<String, String> references = references();

        assertThat(references).isNotEmpty();
        references.forEach((from, to) ->
                assertThat(DOCUMENT.at(OpenApi.pointer(to))).as(from).isNotNull());
    }

    @Test
    void everyComponentIsUsed() {
        List<String> components = Stream.of("parameters", "headers", "responses", "schemas")
                .flatMap(kind -> StreamSupport.stream(
                                ((Iterable<String>) () -> DOCUMENT.at("/components/" + kind)
                                                .fieldNames())
                                        .spliterator(),
                                false)
                        .map(name -> "#/components/" + kind + '/' + name))
                .toList();

        assertThat(references().values()).containsAll(components);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplesFitTheirSchemas(Example example) {
        assertThat(problems(example.schema(), example.value())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("problemExamples")
    void problemExamplesShowProblemsThatExist(Example example) {
        JsonNode value = example.value();

        assertThat(ProblemType.values()).anySatisfy(type -> {
            assertThat(value.path("type").asText()).isEqualTo(type.uri());
            assertThat(value.path("title").asText()).isEqualTo(type.title());
            assertThat(value.path("status").asInt()).isEqualTo(type.status());
        });
    }

    @Test
    void exampleOfACursorFollowsTheLastItemOfItsPage() {
        JsonNode page = DOCUMENT.at("/paths/~1api~1v1~1products/get/responses/200/content/application~1json/example");

        assertThat(page.path("nextCursor").asText())
                .isEqualTo(PageCursor.PRODUCTS.encode(
                        page.path("items").path(0).path("sku").asText()));
    }

    @Test
    void examplesWouldNotPassWithAnotherMemberOrABadDate() {
        JsonNode report = DOCUMENT.at("/paths/~1api~1v1~1reports~1sales/get/responses/200/content/application~1json");
        ObjectNode badDay = report.path("example").deepCopy();
        badDay.put("from", "2025-02-30");
        ObjectNode oneMember = report.path("example").deepCopy();
        oneMember.put("currency", "EUR");

        assertThat(problems(report.path("schema"), badDay)).hasSize(1);
        assertThat(problems(report.path("schema"), oneMember)).hasSize(1);
    }

    private static Map<String, String> references() {
        var references = new TreeMap<String, String>();
        DOCUMENT.eachObject((pointer, node) -> {
            if (node.has("$ref")) {
                references.put(pointer, node.get("$ref").asText());
            }
        });
        return references;
    }

    private static List<String> problems(JsonNode schema, JsonNode value) {
        // References start at the root of the document, so its components come along.
        ObjectNode whole = schema.deepCopy();
        whole.set("components", DOCUMENT.at("/components"));
        Schema compiled = SCHEMAS.getSchema(whole);
        return compiled.validate(value).stream().map(Error::toString).toList();
    }

    /** A value that the document shows, and the schema beside it; prints as its place. */
    record Example(String pointer, JsonNode schema, JsonNode value) {
        @Override
        public String toString() {
            return pointer;
        }
    }

    /** A response of an operation, reference followed; prints as status and operation. */
    record Answer(Operation operation, String status, JsonNode node) {
        boolean isError() {
            return status.compareTo("400") >= 0;
        }

        Map<String, JsonNode> headers() {
            return node.path("headers").properties().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        @Override
        public String toString() {
            return status + " of " + operation;
        }
    }
}
