package dev.twinlab.contract.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twinlab.contract.Money;
import dev.twinlab.contract.Variant;
import dev.twinlab.contract.http.EntityTag;
import dev.twinlab.contract.http.Headers;
import dev.twinlab.contract.http.Limits;
import dev.twinlab.contract.http.Paths;
import dev.twinlab.contract.http.Timestamps;
import dev.twinlab.contract.openapi.OpenApi.Operation;
import dev.twinlab.contract.orders.CreateOrder;
import dev.twinlab.contract.orders.CreateOrderLine;
import dev.twinlab.contract.orders.Order;
import dev.twinlab.contract.orders.OrderLine;
import dev.twinlab.contract.orders.OrderPage;
import dev.twinlab.contract.orders.OrderStatus;
import dev.twinlab.contract.orders.OrderSummary;
import dev.twinlab.contract.ping.Pong;
import dev.twinlab.contract.problem.FieldError;
import dev.twinlab.contract.problem.Problem;
import dev.twinlab.contract.problem.ProblemType;
import dev.twinlab.contract.products.Product;
import dev.twinlab.contract.products.ProductPage;
import dev.twinlab.contract.reports.SalesReport;
import dev.twinlab.contract.reports.SalesRow;
import dev.twinlab.contract.security.BearerChallenge;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The records on the wire and the schemas that bear their names say the same. */
final class OpenApiRecordsTest {
    private static final OpenApi DOCUMENT = OpenApi.load();

    static Stream<Class<? extends Record>> records() {
        return Stream.of(
                Pong.class,
                Product.class,
                ProductPage.class,
                Money.class,
                CreateOrder.class,
                CreateOrderLine.class,
                Order.class,
                OrderLine.class,
                OrderSummary.class,
                OrderPage.class,
                SalesReport.class,
                SalesRow.class,
                FieldError.class,
                Problem.class);
    }

    @Test
    void everyObjectOfTheDocumentIsARecord() {
        List<String> objects = DOCUMENT.at("/components/schemas").properties().stream()
                .filter(it -> it.getValue().path("type").asText().equals("object"))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(records().map(Class::getSimpleName)).containsExactlyInAnyOrderElementsOf(objects);
    }

    @ParameterizedTest
    @MethodSource("records")
    void membersAreTheComponentsInTheirOrder(Class<? extends Record> type) {
        JsonNode schema = DOCUMENT.schema(type.getSimpleName());

        assertThat(schema.path("properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(
                        components(type).map(RecordComponent::getName).toList());
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("records")
    void typesAreEqual(Class<? extends Record> type) {
        Map<String, String> inJava = components(type)
                .collect(Collectors.toMap(RecordComponent::getName, it -> javaType(it.getGenericType())));
        Map<String, String> inDocument = DOCUMENT.schema(type.getSimpleName()).path("properties").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> documentType(it.getValue())));

        assertThat(inDocument).isEqualTo(inJava);
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatMayBeNullInJavaMayBeNullOrAbsentOnTheWire(Class<? extends Record> type) {
        JsonNode schema = DOCUMENT.schema(type.getSimpleName());
        List<String> required = texts(schema.path("required"));
        var inJava = new TreeMap<String, Boolean>();
        var inDocument = new TreeMap<String, Boolean>();
        components(type).forEach(component -> {
            String name = component.getName();
            AnnotatedType use = component.getAnnotatedType();
            // @NotNull: null only until the body is validated, so the client must send it.
            inJava.put(name, use.isAnnotationPresent(Nullable.class) && !use.isAnnotationPresent(NotNull.class));
            inDocument.put(
                    name,
                    !required.contains(name)
                            || allowsNull(schema.path("properties").path(name)));
        });

        assertThat(inDocument).isEqualTo(inJava);
        assertThat(required).doesNotHaveDuplicates().isSubsetOf(inJava.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ProductPage", "OrderPage"})
    void aLastPageSaysSoWithANull(String page) {
        assertThat(texts(DOCUMENT.schema(page).path("required"))).contains("nextCursor");
        assertThat(allowsNull(DOCUMENT.property(page, "nextCursor"))).isTrue();
    }

    @Test
    void errorsOfAProblemAreLeftOutRatherThanNull() {
        assertThat(texts(DOCUMENT.schema("Problem").path("required"))).doesNotContain("errors");
        assertThat(allowsNull(DOCUMENT.property("Problem", "errors"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(classes = {CreateOrder.class, CreateOrderLine.class})
    void constraintsOfABodyAreThoseOfItsSchema(Class<? extends Record> type) {
        assertThat(components(type)).allSatisfy(component -> {
            AnnotatedType use = component.getAnnotatedType();
            JsonNode schema = DOCUMENT.property(type.getSimpleName(), component.getName());
            Pattern pattern = use.getAnnotation(Pattern.class);
            Size size = use.getAnnotation(Size.class);
            Min min = use.getAnnotation(Min.class);
            Max max = use.getAnnotation(Max.class);

            assertThat(use.isAnnotationPresent(NotNull.class)).isTrue();
            assertThat(schema.path("pattern").asText(null)).isEqualTo(pattern == null ? null : whole(pattern.regexp()));
            assertThat(number(schema, "minItems")).isEqualTo(size == null ? null : Long.valueOf(size.min()));
            assertThat(number(schema, "maxItems")).isEqualTo(size == null ? null : Long.valueOf(size.max()));
            assertThat(number(schema, "minimum")).isEqualTo(min == null ? null : Long.valueOf(min.value()));
            assertThat(number(schema, "maximum")).isEqualTo(max == null ? null : Long.valueOf(max.value()));
        });
    }

    @Test
    void statesOfAnOrderAreEqual() {
        assertThat(texts(DOCUMENT.schema("OrderStatus").path("enum"))).isEqualTo(names(OrderStatus.values()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/components/headers/Variant", "/components/parameters/VariantPin"})
    void variantsAreEqual(String pointer) {
        List<String> wireNames =
                Arrays.stream(Variant.values()).map(Variant::wireName).toList();

        assertThat(texts(DOCUMENT.at(pointer + "/schema/enum"))).isEqualTo(wireNames);
    }

    @Test
    void patternsAreThoseOfLimits() {
        Operation products = DOCUMENT.operation("get", Paths.PRODUCTS);
        Operation create = DOCUMENT.operation("post", Paths.ORDERS);

        assertThat(pattern(DOCUMENT.schema("Sku"))).isEqualTo(whole(Limits.SKU_PATTERN));
        assertThat(pattern(DOCUMENT.schema("Uuid"))).isEqualTo(whole(Limits.UUID_PATTERN));
        assertThat(pattern(DOCUMENT.property("Product", "category"))).isEqualTo(whole(Limits.CATEGORY_PATTERN));
        assertThat(pattern(DOCUMENT.property("SalesRow", "category"))).isEqualTo(whole(Limits.CATEGORY_PATTERN));
        assertThat(pattern(DOCUMENT.parameter(products, "category").path("schema")))
                .isEqualTo(whole(Limits.CATEGORY_PATTERN));
        assertThat(pattern(DOCUMENT.parameter(create, Headers.IDEMPOTENCY_KEY).path("schema")))
                .isEqualTo(whole(Limits.IDEMPOTENCY_KEY_PATTERN));
        assertThat(pattern(DOCUMENT.at("/components/headers/RequestId/schema")))
                .isEqualTo(whole(Limits.REQUEST_ID_PATTERN));
        assertThat(DOCUMENT.at("/components/parameters/RequestId/description").asText())
                .contains('`' + whole(Limits.REQUEST_ID_PATTERN) + '`');
    }

    @Test
    void boundsAreThoseOfLimits() {
        JsonNode limit = DOCUMENT.at("/components/parameters/Limit/schema");

        assertThat(number(limit, "minimum")).isEqualTo(Limits.PAGE_MIN);
        assertThat(number(limit, "maximum")).isEqualTo(Limits.PAGE_MAX);
        assertThat(number(limit, "default")).isEqualTo(Limits.PAGE_DEFAULT);
        assertThat(number(DOCUMENT.property("ProductPage", "items"), "maxItems"))
                .isEqualTo(Limits.PAGE_MAX);
        assertThat(number(DOCUMENT.property("OrderPage", "items"), "maxItems")).isEqualTo(Limits.PAGE_MAX);
        assertThat(number(DOCUMENT.at("/components/parameters/Cursor/schema"), "maxLength"))
                .isEqualTo(Limits.CURSOR_LENGTH_MAX);
        assertThat(number(DOCUMENT.property("Order", "lines"), "maxItems")).isEqualTo(Limits.ORDER_LINES_MAX);
        assertThat(number(DOCUMENT.property("OrderSummary", "lineCount"), "maximum"))
                .isEqualTo(Limits.ORDER_LINES_MAX);
        assertThat(number(DOCUMENT.property("OrderLine", "quantity"), "maximum"))
                .isEqualTo(Limits.ORDER_QUANTITY_MAX);
    }

    @Test
    void boundsThatASchemaCannotSayAreInTheText() {
        Operation report = DOCUMENT.operation("get", Paths.SALES_REPORT);

        assertThat(DOCUMENT.parameter(report, "to").path("description").asText())
                .contains(Limits.REPORT_DAYS_MAX + " days");
        assertThat(DOCUMENT.at("/components/responses/PayloadTooLarge/description")
                        .asText())
                .contains(String.format(Locale.ROOT, "%,d bytes", Limits.BODY_BYTES_MAX));
    }

    @Test
    void valuesThatTheContractMakesFitTheirPatterns() {
        assertThat(Timestamps.format(Instant.EPOCH)).matches(pattern(DOCUMENT.schema("Timestamp")));
        assertThat(EntityTag.of(1)).matches(pattern(DOCUMENT.at("/components/headers/ETag/schema")));
        assertThat(List.of(
                        BearerChallenge.NO_TOKEN,
                        BearerChallenge.INVALID_TOKEN,
                        BearerChallenge.insufficientScope("orders:write")))
                .allSatisfy(it -> assertThat(it)
                        .containsPattern(pattern(DOCUMENT.at("/components/headers/WwwAuthenticate/schema"))));
        assertThat(Pong.INSTANCE.message())
                .isEqualTo(DOCUMENT.property("Pong", "message").path("const").asText());
    }

    @ParameterizedTest
    @EnumSource
    void problemsFitTheirSchema(ProblemType type) {
        JsonNode status = DOCUMENT.property("Problem", "status");

        assertThat(type.uri()).matches(pattern(DOCUMENT.property("Problem", "type")));
        assertThat((long) type.status()).isBetween(number(status, "minimum"), number(status, "maximum"));
    }

    /** A Java type by the words of {@link #documentType}. */
    private static String javaType(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return "array of " + javaType(list.getActualTypeArguments()[0]);
        }
        if (!(type instanceof Class<?> plain)) {
            throw new AssertionError(type + " has no counterpart in JSON");
        }
        if (plain.isRecord()) {
            return "object " + plain.getSimpleName();
        }
        if (plain.isEnum()) {
            return "string of " + names(plain.getEnumConstants());
        }
        if (plain == String.class) {
            return "string";
        }
        if (List.of(int.class, Integer.class, long.class, Long.class).contains(plain)) {
            return "integer";
        }
        throw new AssertionError(type + " has no counterpart in JSON");
    }

    private static String documentType(JsonNode schema) {
        JsonNode target = DOCUMENT.resolve(schema);
        List<String> types = target.path("type").isArray()
                ? texts(target.path("type"))
                : List.of(target.path("type").asText());
        String type = types.stream().filter(it -> !it.equals("null")).collect(Collectors.joining("|"));
        if (type.equals("array")) {
            return "array of " + documentType(target.path("items"));
        }
        if (type.equals("object")) {
            String reference = schema.path("$ref").asText();
            return "object " + reference.substring(reference.lastIndexOf('/') + 1);
        }
        return target.has("enum") ? type + " of " + texts(target.path("enum")) : type;
    }

    private static boolean allowsNull(JsonNode schema) {
        return texts(DOCUMENT.resolve(schema).path("type")).contains("null");
    }

    private static Stream<RecordComponent> components(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents());
    }

    private static List<String> names(Object[] constants) {
        return Arrays.stream(constants).map(Object::toString).toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String pattern(JsonNode schema) {
        return schema.path("pattern").asText();
    }

    private static @Nullable Long number(JsonNode schema, String keyword) {
        return schema.has(keyword) ? schema.get(keyword).longValue() : null;
    }

    /** A pattern of the contract is matched against the whole value; in JSON Schema that must be said. */
    private static String whole(String regexp) {
        return '^' + regexp + '$';
    }
}
