package dev.twinlab.micronaut.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;

/** The path of a request as it came over the wire, which may be none that {@link java.net.URI} would take. */
final class RawPaths {
    private RawPaths() {}

    /** The path without query, escapes kept. */
    static String of(HttpRequest<?> request) {
        return of(
                request instanceof NettyHttpRequest<?> netty
                        ? netty.getNativeRequest().uri()
                        : request.getUri().getRawPath());
    }

    /** The path within a request target, escapes kept. */
    static String of(String target) {
        int end = target.indexOf('?');
        String path = end < 0 ? target : target.substring(0, end);
        int scheme = path.indexOf("://");
        if (path.startsWith("/") || scheme < 0) {
            return path;
        }
        // The absolute form of RFC 9112, 3.2.2.
        int slash = path.indexOf('/', scheme + 3);
        return slash < 0 ? "/" : path.substring(slash);
    }
}
