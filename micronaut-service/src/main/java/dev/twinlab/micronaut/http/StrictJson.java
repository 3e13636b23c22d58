package dev.twinlab.micronaut.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.twinlab.contract.problem.Problems;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.LimitingStream;
import io.micronaut.serde.SerdeRegistry;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.jackson.JacksonDecoder;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * Reads a body the way the contract asks for: one JSON object, each member once, nothing after it. The framework's own
 * mapper stops at the end of the value and lets the last of two members win.
 */
@Singleton
public final class StrictJson {
    private final JsonFactory json = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final SerdeRegistry serdes;

    StrictJson(SerdeRegistry serdes) {
        this.serdes = serdes;
    }

    /**
     * Reads the whole of {@code body}.
     *
     * @throws dev.twinlab.contract.problem.ProblemException malformed-request, if it is anything but one such object
     */
    public <T> T read(JsonBody body, Class<T> type) {
        try (JsonParser parser = json.createParser(body.bytes())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw Problems.malformedBody();
            }
            T value = deserializer(type)
                    .deserialize(
                            JacksonDecoder.create(parser, LimitingStream.DEFAULT_LIMITS),
                            serdes.newDecoderContext(null),
                            Argument.of(type));
            if (parser.nextToken() != null) {
                throw Problems.malformedBody();
            }
            return value;
        } catch (IOException malformed) {
            throw Problems.malformedBody();
        }
    }

    @SuppressWarnings("unchecked")
    private <T> Deserializer<T> deserializer(Class<T> type) throws SerdeException {
        var context = serdes.newDecoderContext(null);
        var argument = Argument.of(type);
        return (Deserializer<T>) context.findDeserializer(argument).createSpecific(context, argument);
    }
}
