package dev.twinlab.helidon.telemetry;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import dev.twinlab.contract.Variant;
import dev.twinlab.contract.http.Timestamps;
import dev.twinlab.contract.operations.BuildInfo;
import dev.twinlab.contract.operations.LogFields;
import dev.twinlab.helidon.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;

/** One JSON object a line, with the contract's field names. */
public final class JsonLogLayout extends LayoutBase<ILoggingEvent> {
    private final String version = BuildInfo.load().version();
    private final ThrowableProxyConverter throwables = new ThrowableProxyConverter();

    @Override
    public void start() {
        throwables.start();
        super.start();
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        var line = new LinkedHashMap<String, Object>();
        line.put(LogFields.TIME, Timestamps.format(event.getInstant()));
        line.put(LogFields.LEVEL, event.getLevel().toString());
        line.put(LogFields.LOGGER, event.getLoggerName());
        line.put(LogFields.MESSAGE, event.getFormattedMessage());
        line.put(LogFields.SERVICE, LogFields.SERVICE_NAME);
        line.put(LogFields.VARIANT, Variant.HELIDON.wireName());
        line.put(LogFields.VERSION, version);
        for (String field : LogFields.CONTEXT) {
            String value = event.getMDCPropertyMap().get(field);
            if (value != null) {
                line.put(field, value);
            }
        }
        if (event.getKeyValuePairs() != null) {
            event.getKeyValuePairs().forEach(it -> line.put(it.key, it.value));
        }
        if (event.getThrowableProxy() != null) {
            line.put(LogFields.ERROR, throwables.convert(event));
        }
        return new String(Json.write(line), StandardCharsets.UTF_8) + "\n";
    }
}
