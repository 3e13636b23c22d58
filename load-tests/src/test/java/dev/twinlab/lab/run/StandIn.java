package dev.twinlab.lab.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.twinlab.contract.operations.SettingNames;
import dev.twinlab.contract.operations.VersionInfo;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/**
 * A service small enough to start in a blink, for tests of what surrounds a service: a process with the settings, the ports and
 * the answers that the lab asks for, and nothing of a shop. Which of the two it plays is told by the name of its jar.
 */
public final class StandIn {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StandIn() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Map<String, String> settings = System.getenv();
        Connection database = DriverManager.getConnection(
                settings.get(SettingNames.DB_URL),
                settings.get(SettingNames.DB_USER),
                settings.get(SettingNames.DB_PASSWORD));
        HttpServer api = server(settings.get(SettingNames.HTTP_PORT));
        api.createContext(
                "/", exchange -> answer(exchange, exchange.getRequestMethod().equals("POST") ? 201 : 200, "{}"));
        api.createContext("/api/v1/products/", exchange -> product(exchange, database));
        HttpServer management = server(settings.get(SettingNames.MANAGEMENT_PORT));
        management.createContext(
                "/health/ready", exchange -> answer(exchange, 200, "{\"status\":\"UP\",\"checks\":[]}"));
        management.createContext(
                "/version", exchange -> answer(exchange, 200, JSON.writeValueAsString(version(settings))));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(0)));
        management.start();
        api.start();
    }

    private static HttpServer server(String port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(port)), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        return server;
    }

    private static void product(HttpExchange exchange, Connection database) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String sku = path.substring(path.lastIndexOf('/') + 1);
        synchronized (database) {
            try (PreparedStatement query =
                    database.prepareStatement("SELECT price_minor, currency FROM products WHERE sku = ?")) {
                query.setString(1, sku);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    answer(
                            exchange,
                            200,
                            "{\"sku\":\"%s\",\"price\":{\"amountMinor\":%d,\"currency\":\"%s\"}}"
                                    .formatted(sku, row.getLong(1), row.getString(2)));
                }
            } catch (SQLException e) {
                answer(exchange, 503, "{}");
            }
        }
    }

    private static VersionInfo version(Map<String, String> settings) {
        String variant = System.getProperty("java.class.path").contains("micronaut") ? "micronaut" : "helidon";
        int pool = Integer.parseInt(settings.get(SettingNames.DB_POOL_SIZE));
        return new VersionInfo(
                variant + "-service",
                variant,
                "0.1.0",
                "dev",
                new VersionInfo.Framework("stand-in", "1"),
                new VersionInfo.Jvm(
                        System.getProperty("java.runtime.version"),
                        System.getProperty("java.vendor"),
                        ManagementFactory.getRuntimeMXBean().getInputArguments(),
                        List.of(),
                        Runtime.getRuntime().maxMemory(),
                        Runtime.getRuntime().availableProcessors()),
                new VersionInfo.Pool("twinlab", pool, pool, 2000, 1_800_000),
                "virtual",
                new TreeMap<>(Pins.load()));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
