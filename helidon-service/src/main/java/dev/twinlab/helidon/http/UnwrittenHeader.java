package dev.twinlab.helidon.http;

import io.helidon.common.GenericType;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.mapper.Value;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A header that Helidon finds set, and therefore does not set by itself, but that never reaches the wire. Helidon 4.1.2 can
 * otherwise not be kept from sending {@code Connection: keep-alive}, which HTTP/1.1 implies (the switch came with
 * helidon#11447), nor from telling that a 304 has a {@code Content-Length} of 0, which RFC 9110, 8.6, forbids.
 */
final class UnwrittenHeader implements Header {
    private final Header header;

    UnwrittenHeader(Header header) {
        this.header = header;
    }

    @Override
    public void writeHttp1Header(BufferData buffer) {
        // This is the point of it.
    }

    @Override
    public String name() {
        return header.name();
    }

    @Override
    public HeaderName headerName() {
        return header.headerName();
    }

    @Override
    public List<String> allValues() {
        return header.allValues();
    }

    @Override
    public int valueCount() {
        return header.valueCount();
    }

    @Override
    public boolean sensitive() {
        return header.sensitive();
    }

    @Override
    public boolean changing() {
        return header.changing();
    }

    @Override
    public String get() {
        return header.get();
    }

    @Override
    public <N> Value<N> as(Class<N> type) {
        return header.as(type);
    }

    @Override
    public <N> Value<N> as(GenericType<N> type) {
        return header.as(type);
    }

    @Override
    public <N> Value<N> as(Function<? super String, ? extends N> mapper) {
        return header.as(mapper);
    }

    @Override
    public Optional<String> asOptional() {
        return header.asOptional();
    }

    @Override
    public Value<Boolean> asBoolean() {
        return header.asBoolean();
    }

    @Override
    public Value<String> asString() {
        return header.asString();
    }

    @Override
    public Value<Integer> asInt() {
        return header.asInt();
    }

    @Override
    public Value<Long> asLong() {
        return header.asLong();
    }

    @Override
    public Value<Double> asDouble() {
        return header.asDouble();
    }
}
