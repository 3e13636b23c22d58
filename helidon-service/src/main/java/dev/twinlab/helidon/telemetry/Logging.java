package dev.twinlab.helidon.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import dev.twinlab.helidon.settings.LogSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets Logback up from the settings, in code: there is no file whose reading would cost start-up time. */
public final class Logging {
    private Logging() {}

    public static void configure(LogSettings settings) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setEncoder(settings.json() ? json(context) : console(context));
        appender.start();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.valueOf(settings.level()));
        root.addAppender(appender);
    }

    private static Encoder<ILoggingEvent> json(LoggerContext context) {
        var layout = new JsonLogLayout();
        layout.setContext(context);
        layout.start();
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setContext(context);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> console(LoggerContext context) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{HH:mm:ss.SSS} %-5level %-30logger{30} [%X{request_id}] %msg %kvp%n");
        encoder.start();
        return encoder;
    }
}
