package dev.twinlab.helidon.security;

import dev.twinlab.contract.problem.ProblemException;
import dev.twinlab.contract.problem.Problems;
import dev.twinlab.helidon.http.RequestContext;
import dev.twinlab.helidon.settings.SecuritySettings;
import dev.twinlab.helidon.telemetry.Meters;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Asks for a token where an operation needs one. */
public final class BearerTokenFilter {
    private static final String SCHEME = "Bearer ";

    private final TokenVerifier verifier;
    private final boolean readsNeedToken;
    private final Meters meters;

    public BearerTokenFilter(TokenVerifier verifier, SecuritySettings settings, Meters meters) {
        this.verifier = verifier;
        this.readsNeedToken = settings.requireRead();
        this.meters = meters;
    }

    /** Before a read: any token that holds, where reads need one. */
    public void read(ServerRequest request, ServerResponse response) {
        if (readsNeedToken) {
            authenticate(request);
        }
    }

    /** Before a write: a token with {@code scope}. */
    public Handler scope(String scope) {
        return (request, response) -> {
            if (!authenticate(request).scopes().contains(scope)) {
                throw failure(Problems.missingScope(scope));
            }
        };
    }

    private Caller authenticate(ServerRequest request) {
        String header = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        // RFC 9110, 11.1: the scheme's case does not matter.
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw failure(Problems.noToken());
        }
        Caller caller = verifier.verify(header.substring(SCHEME.length()).strip())
                .orElseThrow(() -> failure(Problems.invalidToken()));
        RequestContext.of(request).authenticated(caller.subject());
        return caller;
    }

    private ProblemException failure(ProblemException problem) {
        meters.authFailure();
        return problem;
    }
}
