package dev.twinlab.lab.plan;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.twinlab.lab.LabFailure;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** YAML in which every key is known, every value has its own type and nothing is missing; else one sentence. */
final class StrictYaml {
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private StrictYaml() {}

    /**
     * @param what what the text is, for the message, such as {@code plan quick.yaml}
     * @throws LabFailure where the text is not what {@code type} asks for
     */
    static <T> T read(String what, String text, Class<T> type) {
        try {
            return read(what, YAML.readTree(text), "", type);
        } catch (JacksonException e) {
            throw failure(what, e);
        }
    }

    /** The member {@code name} of the document, strictly as {@code type}; the other members are not looked at. */
    static <T> T readMember(String what, String text, String name, Class<T> type) {
        try {
            JsonNode member = YAML.readTree(text).path(name);
            if (!member.isObject()) {
                throw new LabFailure("%s has no section '%s'.".formatted(what, name));
            }
            return read(what, member, name, type);
        } catch (JacksonException e) {
            throw failure(what, e);
        }
    }

    private static <T> T read(String what, @Nullable JsonNode document, String path, Class<T> type)
            throws JacksonException {
        if (document == null || !document.isObject()) {
            throw new LabFailure(what + " is not a list of keys and values.");
        }
        // Before the values: a misspelt key is both unknown and missing, and the first is what helps.
        requireKeys(what, document, path, type);
        return YAML.treeToValue(document, type);
    }

    private static void requireKeys(String what, JsonNode object, String path, Class<?> type) {
        Set<String> known = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            known.add(component.getName());
        }
        object.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw new LabFailure("%s: unknown key '%s'; known there are %s."
                        .formatted(what, join(path, key), String.join(", ", known)));
            }
        });
        for (RecordComponent component : type.getRecordComponents()) {
            String key = join(path, component.getName());
            JsonNode value = object.path(component.getName());
            if (value.isMissingNode() || value.isNull()) {
                throw new LabFailure("%s: the key '%s' is missing.".formatted(what, key));
            }
            requireKind(what, key, value, component.getType());
            Class<?> inner = recordIn(component.getGenericType());
            if (inner != null && value.isObject()) {
                requireKeys(what, value, key, inner);
            } else if (inner != null && value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                    if (value.get(i).isObject()) {
                        requireKeys(what, value.get(i), key + "[" + i + "]", inner);
                    }
                }
            }
        }
    }

    private static void requireKind(String what, String key, JsonNode value, Class<?> type) {
        boolean fits = true;
        if (type == int.class) {
            fits = value.isInt();
        } else if (type == long.class) {
            fits = value.canConvertToLong() && value.isIntegralNumber();
        } else if (type == double.class) {
            fits = value.isNumber();
        } else if (type == String.class || type.isEnum()) {
            fits = value.isTextual();
        } else if (type.isRecord()) {
            fits = value.isObject();
        } else if (type == List.class) {
            fits = value.isArray();
        }
        if (!fits) {
            throw new LabFailure("%s: '%s' is %s, which is not %s.".formatted(what, key, value, kind(type)));
        }
    }

    /** The record that a component is, or is a list of; null for anything else. */
    private static @Nullable Class<?> recordIn(Type type) {
        Type element = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
        return element instanceof Class<?> found && found.isRecord() ? found : null;
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static LabFailure failure(String what, JacksonException problem) {
        return new LabFailure("%s: %s.".formatted(what, sentence(problem)), problem);
    }

    private static String sentence(JacksonException problem) {
        return switch (problem) {
            case InvalidFormatException e ->
                "'%s' is %s, which is not %s".formatted(path(e), e.getValue(), kind(e.getTargetType()));
            case JsonMappingException e
            when e.getCause() instanceof LabFailure cause ->
                (path(e).isEmpty() ? "" : "'" + path(e) + "' ") + cause.getMessage();
            case JsonMappingException e
            when !path(e).isEmpty() -> "'%s': %s".formatted(path(e), firstLine(e.getOriginalMessage()));
            default -> firstLine(problem.getOriginalMessage());
        };
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String kind(Class<?> type) {
        if (type == int.class || type == long.class) {
            return "a whole number";
        }
        if (type == double.class) {
            return "a number";
        }
        if (type == List.class) {
            return "a list";
        }
        if (type.isRecord()) {
            return "a group of keys and values";
        }
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        return "text";
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
