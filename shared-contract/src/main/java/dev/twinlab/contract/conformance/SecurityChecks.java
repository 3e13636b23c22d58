package dev.twinlab.contract.conformance;

import dev.twinlab.contract.http.Headers;
import dev.twinlab.contract.http.Paths;
import dev.twinlab.contract.security.BearerChallenge;
import dev.twinlab.contract.security.Scopes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tokens, good and bad. */
final class SecurityChecks {
    private static final String CANCEL = Paths.ORDERS + "/018f4e2a-7c3b-7d10-8a55-3f1c2b4d5e6f/cancel";
    private static final int HOUR_MS = 3_600_000;

    private SecurityChecks() {}

    static List<Check> all() {
        var checks = new ArrayList<Check>();
        checks.add(new Check("a write without a token is 401", s -> {
            for (String path : List.of(Paths.ORDERS, CANCEL)) {
                post(s, path, null)
                        .expectProblem(401, "unauthorized")
                        .expectHeader("WWW-Authenticate", BearerChallenge.NO_TOKEN);
            }
        }));
        for (String scheme : List.of("Basic dXNlcjpwYXNz", "Bearer", "Token abc", "")) {
            checks.add(new Check("Authorization '" + scheme + "' is 401", s -> post(s, Paths.ORDERS, scheme)
                    .expectProblem(401, "unauthorized")
                    .expectHeader("WWW-Authenticate", BearerChallenge.NO_TOKEN)));
        }
        checks.add(new Check("the scheme may be written in any case", s -> {
            String order = Session.orderBody(Session.newCustomer(), s.stockedSku(), 1);
            s.write(
                            "POST",
                            Paths.ORDERS,
                            order,
                            "Authorization",
                            "bEARER " + s.tokens().writer("suite"),
                            Headers.IDEMPOTENCY_KEY,
                            Session.newKey())
                    .expect(201);
        }));
        invalid()
                .forEach((name, token) -> checks.add(new Check("a token " + name + " is 401", s -> {
                    for (String path : List.of(Paths.ORDERS, CANCEL)) {
                        post(s, path, "Bearer " + token.apply(s.tokens()))
                                .expectProblem(401, "unauthorized")
                                .expectHeader("WWW-Authenticate", BearerChallenge.INVALID_TOKEN);
                    }
                })));
        Map<String, Function<TokenIssuer, String>> powerless = new LinkedHashMap<>();
        powerless.put("without a scope", it -> it.changed(claims -> claims.claim("scope", null)));
        powerless.put("with another scope", it -> it.changed(claims -> claims.claim("scope", "orders:read")));
        powerless.put(
                "with a scope that only starts alike",
                it -> it.changed(claims -> claims.claim("scope", "orders:writer orders:writ")));
        powerless.put(
                "with a list for a scope",
                it -> it.changed(claims -> claims.claim("scope", List.of(Scopes.ORDERS_WRITE))));
        powerless.forEach((name, token) -> checks.add(new Check("a token " + name + " is 403", s -> {
            for (String path : List.of(Paths.ORDERS, CANCEL)) {
                post(s, path, "Bearer " + token.apply(s.tokens()))
                        .expectProblem(403, "forbidden")
                        .expectHeader("WWW-Authenticate", BearerChallenge.insufficientScope(Scopes.ORDERS_WRITE));
            }
        })));
        checks.add(new Check("the scope may be one of several", s -> {
            String token = s.tokens().changed(it -> it.claim("scope", "a " + Scopes.ORDERS_WRITE + " b"));
            String order = Session.orderBody(Session.newCustomer(), s.stockedSku(), 1);
            s.write(
                            "POST",
                            Paths.ORDERS,
                            order,
                            "Authorization",
                            "Bearer " + token,
                            Headers.IDEMPOTENCY_KEY,
                            Session.newKey())
                    .expect(201);
        }));
        checks.add(new Check("one of several audiences is enough", s -> {
            String token = s.tokens()
                    .changed(it -> it.audience(List.of("other", s.tokens().audience())));
            String order = Session.orderBody(Session.newCustomer(), s.stockedSku(), 1);
            s.write(
                            "POST",
                            Paths.ORDERS,
                            order,
                            "Authorization",
                            "Bearer " + token,
                            Headers.IDEMPOTENCY_KEY,
                            Session.newKey())
                    .expect(201);
        }));
        checks.add(new Check(
                "an open read does not look at a token",
                s -> s.get(Paths.PING, "Authorization", "Bearer nonsense").expect(200)));
        return checks;
    }

    private static Map<String, Function<TokenIssuer, String>> invalid() {
        Map<String, Function<TokenIssuer, String>> tokens = new LinkedHashMap<>();
        tokens.put("that is no JWT", it -> "nonsense");
        tokens.put("of three bad parts", it -> "a.b.c");
        tokens.put("that is unsigned (alg none)", TokenIssuer::unsigned);
        tokens.put("signed with HS512", TokenIssuer::hs512);
        tokens.put("signed with another secret", TokenIssuer::ofAnotherSecret);
        tokens.put("whose signature was cut off", it -> it.writer("suite").replaceAll("\\.[^.]*$", "."));
        tokens.put("whose claims were changed", SecurityChecks::tampered);
        tokens.put("that has expired", it -> it.changed(claims -> claims.expirationTime(new Date(1))));
        tokens.put(
                "that expired a second ago",
                it -> it.changed(
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(2)))));
        tokens.put("without expiry", it -> it.changed(claims -> claims.expirationTime(null)));
        tokens.put(
                "not valid yet",
                it -> it.changed(claims -> claims.notBeforeTime(new Date(System.currentTimeMillis() + HOUR_MS))));
        tokens.put("of another issuer", it -> it.changed(claims -> claims.issuer("somebody")));
        tokens.put("without issuer", it -> it.changed(claims -> claims.issuer(null)));
        tokens.put("for another audience", it -> it.changed(claims -> claims.audience("somebody")));
        tokens.put("without audience", it -> it.changed(claims -> claims.audience((String) null)));
        tokens.put("without subject", it -> it.changed(claims -> claims.subject(null)));
        tokens.put("with an empty subject", it -> it.changed(claims -> claims.subject("")));
        tokens.put("with a subject of 256 characters", it -> it.changed(claims -> claims.subject("s".repeat(256))));
        return tokens;
    }

    private static String tampered(TokenIssuer issuer) {
        String[] mine = issuer.writer("suite").split("\\.");
        String[] other = issuer.changed(it -> it.subject("admin")).split("\\.");
        return mine[0] + '.' + other[1] + '.' + mine[2];
    }

    private static HttpExchange post(Session s, String path, @Nullable String authorization) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", Headers.JSON);
        headers.put(Headers.IDEMPOTENCY_KEY, Session.newKey());
        if (authorization != null) {
            headers.put("Authorization", authorization);
        }
        return s.send("POST", path, headers, Session.orderBody(Session.newCustomer(), "SKU-000001", 1));
    }
}
