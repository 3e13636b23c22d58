package dev.twinlab.helidon.http;

/** Paths as they came over the wire, escapes kept. */
final class RawPaths {
    private RawPaths() {}

    /** The path in a request's target, without its query; also of the absolute form of RFC 9112, 3.2.2. */
    static String of(String target) {
        int end = target.indexOf('?');
        String path = end < 0 ? target : target.substring(0, end);
        int scheme = path.indexOf("://");
        if (path.startsWith("/") || scheme < 0) {
            return path;
        }
        int slash = path.indexOf('/', scheme + 3);
        return slash < 0 ? "/" : path.substring(slash);
    }
}
