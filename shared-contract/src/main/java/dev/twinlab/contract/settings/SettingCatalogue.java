package dev.twinlab.contract.settings;

import dev.twinlab.contract.operations.SettingNames;
import dev.twinlab.contract.settings.Setting.Rule;
import dev.twinlab.contract.settings.Setting.Rule.Choice;
import dev.twinlab.contract.settings.Setting.Rule.JdbcUrl;
import dev.twinlab.contract.settings.Setting.Rule.Secret;
import dev.twinlab.contract.settings.Setting.Rule.Text;
import dev.twinlab.contract.settings.Setting.Rule.Whole;
import java.util.List;

/** Every setting, in the order in which problems with them are told. */
public final class SettingCatalogue {
    private static final int PORT_MAX = 65_535;
    private static final int MS_MAX = 300_000;
    private static final String MS = "ms";

    /** All of them. */
    public static final List<Setting> ALL = List.of(
            optional(
                    SettingNames.ENVIRONMENT,
                    new Choice(List.of("development", "test", "staging", "production")),
                    "development",
                    "Where the service runs. In development the file .env is read; in production the secrets of development are refused."),
            optional(
                    SettingNames.HTTP_PORT, new Whole(0, PORT_MAX, ""), "8080", "Port of the API; 0 picks a free one."),
            optional(
                    SettingNames.MANAGEMENT_PORT,
                    new Whole(0, PORT_MAX, ""),
                    "8081",
                    "Port of health, metrics and version; 0 picks a free one. Never to be reached from outside."),
            required(SettingNames.DB_URL, new JdbcUrl(), "The database."),
            required(SettingNames.DB_USER, new Text("the role to connect as"), "The role to connect as."),
            optional(SettingNames.DB_PASSWORD, new Secret(0), "", "Its password."),
            optional(
                    SettingNames.DB_POOL_SIZE,
                    new Whole(1, 200, "connections"),
                    "10",
                    "Connections to the database, least and most alike."),
            optional(
                    SettingNames.DB_POOL_TIMEOUT_MS,
                    new Whole(250, 60_000, MS),
                    "2000",
                    "How long a request waits for a connection before it is answered 503."),
            required(SettingNames.JWT_SECRET, new Secret(32), "The secret that signs tokens (HS256)."),
            optional(
                    SettingNames.JWT_ISSUER,
                    new Text("the expected iss of a token"),
                    SettingNames.DEFAULT_JWT_ISSUER,
                    "Who must have issued a token (iss)."),
            optional(
                    SettingNames.JWT_AUDIENCE,
                    new Text("the expected aud of a token"),
                    SettingNames.DEFAULT_JWT_AUDIENCE,
                    "For whom a token must be (aud)."),
            optional(
                    SettingNames.AUTH_REQUIRE_READ,
                    new Choice(List.of("false", "true")),
                    "false",
                    "Whether reads need a token too."),
            optional(
                    SettingNames.DRAIN_DELAY_MS,
                    new Whole(0, MS_MAX, MS),
                    "0",
                    "From SIGTERM, when readiness turns to 503, to the closing of the port."),
            optional(
                    SettingNames.SHUTDOWN_GRACE_MS,
                    new Whole(0, MS_MAX, MS),
                    "10000",
                    "How long requests in flight may take after that."),
            optional(
                    SettingNames.LOG_LEVEL,
                    new Choice(List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR")),
                    "INFO",
                    "The least level that is logged."),
            optional(
                    SettingNames.LOG_FORMAT,
                    new Choice(List.of("json", "console")),
                    "json",
                    "One JSON object a line, or text for people."));

    private SettingCatalogue() {}

    /**
     * The setting of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Setting of(String name) {
        return ALL.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no setting " + name));
    }

    static int position(String name) {
        return ALL.indexOf(of(name));
    }

    private static Setting optional(String name, Rule rule, String standard, String meaning) {
        return new Setting(name, rule, standard, false, meaning);
    }

    private static Setting required(String name, Rule rule, String meaning) {
        return new Setting(name, rule, "", true, meaning);
    }
}
