package dev.twinlab.micronaut.telemetry;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.twinlab.contract.Variant;
import dev.twinlab.contract.http.Timestamps;
import dev.twinlab.contract.operations.BuildInfo;
import dev.twinlab.contract.operations.LogFields;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.slf4j.event.KeyValuePair;

/** One JSON object per line with the fields of {@link LogFields}; context and key-value pairs keep their own names. */
public final class JsonLogLayout extends LayoutBase<ILoggingEvent> {
    private final JsonFactory json = new JsonFactory();
    private final ThrowableProxyConverter stackTraces = new ThrowableProxyConverter();
    private final String version = BuildInfo.load().version();

    @Override
    public void start() {
        stackTraces.start();
        super.start();
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        var line = new StringWriter(256);
        try (JsonGenerator out = json.createGenerator(line)) {
            out.writeStartObject();
            out.writeStringField(LogFields.TIME, Timestamps.format(event.getInstant()));
            out.writeStringField(LogFields.LEVEL, event.getLevel().toString());
            out.writeStringField(LogFields.LOGGER, event.getLoggerName());
            out.writeStringField(LogFields.MESSAGE, event.getFormattedMessage());
            out.writeStringField(LogFields.SERVICE, LogFields.SERVICE_NAME);
            out.writeStringField(LogFields.VARIANT, Variant.MICRONAUT.wireName());
            out.writeStringField(LogFields.VERSION, version);
            for (String field : LogFields.CONTEXT) {
                String value = event.getMDCPropertyMap().get(field);
                if (value != null) {
                    out.writeStringField(field, value);
                }
            }
            if (event.getKeyValuePairs() != null) {
                for (KeyValuePair pair : event.getKeyValuePairs()) {
                    write(out, pair);
                }
            }
            if (event.getThrowableProxy() != null) {
                out.writeStringField(LogFields.ERROR, stackTraces.convert(event));
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot be written to", e);
        }
        return line.append(System.lineSeparator()).toString();
    }

    private static void write(JsonGenerator out, KeyValuePair pair) throws IOException {
        out.writeFieldName(pair.key);
        switch (pair.value) {
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Double number -> out.writeNumber(number);
            case null, default -> out.writeString(String.valueOf(pair.value));
        }
    }
}
