package dev.twinlab.micronaut.http;

import dev.twinlab.contract.http.Headers;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.type.Argument;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;

/** Takes the bytes as they are: for a plain {@code byte[]} the framework would decode a JSON array of numbers. */
@Singleton
@Consumes(Headers.JSON)
class JsonBodyReader implements MessageBodyReader<JsonBody> {
    @Override
    public JsonBody read(
            Argument<JsonBody> type, MediaType mediaType, io.micronaut.core.type.Headers headers, ByteBuffer<?> body) {
        return new JsonBody(body.toByteArray());
    }

    @Override
    public JsonBody read(
            Argument<JsonBody> type, MediaType mediaType, io.micronaut.core.type.Headers headers, InputStream body) {
        try (body) {
            return new JsonBody(body.readAllBytes());
        } catch (IOException e) {
            throw new CodecException("the body cannot be read", e);
        }
    }
}
