package dev.twinlab.contract.conformance;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * HTTP/1.1 on a plain socket, one connection a request: it can send what no decent client would, and sees every byte of the
 * answer's head.
 */
public final class WireClient {
    private static final int TIMEOUT_MS = 15_000;
    private static final int DEFAULT_PORT = 80;

    private final String host;
    private final int port;

    public WireClient(URI root) {
        this.host = root.getHost();
        this.port = root.getPort() < 0 ? DEFAULT_PORT : root.getPort();
    }

    /**
     * Sends one request with a {@code Content-Length} where it has a body.
     *
     * @throws ConformanceFailure when no whole answer comes within 15 s
     */
    public HttpExchange send(String method, String target, Map<String, String> headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = head(method, target, headers);
        if (bytes.length > 0 || method.equals("POST")) {
            head.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        return exchange(method, target, headers, body, head.append("\r\n"), bytes);
    }

    /** The same, chunked. */
    HttpExchange sendChunked(String method, String target, Map<String, String> headers, String body) {
        var chunks = new ByteArrayOutputStream();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at += 1000) {
            int length = Math.min(1000, bytes.length - at);
            chunks.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            chunks.write(bytes, at, length);
            chunks.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        var head = head(method, target, headers).append("Transfer-Encoding: chunked\r\n\r\n");
        return exchange(method, target, headers, body, head, chunks.toByteArray());
    }

    private StringBuilder head(String method, String target, Map<String, String> headers) {
        var head = new StringBuilder(256)
                .append(method)
                .append(' ')
                .append(target)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host)
                .append(':')
                .append(port)
                .append("\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head;
    }

    private HttpExchange exchange(
            String method,
            String target,
            Map<String, String> headers,
            String body,
            StringBuilder head,
            byte[] payload) {
        try (var socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MS);
            var request = new ByteArrayOutputStream(head.length() + payload.length);
            request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            request.writeBytes(payload);
            try {
                OutputStream out = socket.getOutputStream();
                out.write(request.toByteArray());
                out.flush();
            } catch (IOException refusedHalfWay) {
                // A server may answer before it has read all of a body that is too large; the answer is what counts.
            }
            return read(method, target, headers, body, new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            throw new ConformanceFailure(
                    method + ' ' + target + ": no whole answer from " + host + ':' + port + ": " + e.getMessage(), e);
        }
    }

    private static HttpExchange read(
            String method, String target, Map<String, String> requestHeaders, String requestBody, InputStream in)
            throws IOException {
        String statusLine = line(in);
        String[] parts = statusLine.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.")) {
            throw new IOException("'" + statusLine + "' is no status line");
        }
        int status = Integer.parseInt(parts[1]);
        var headers = new LinkedHashMap<String, List<String>>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IOException("'" + line + "' is no header");
            }
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), it -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        byte[] body = in.readAllBytes();
        return new HttpExchange(method, target, Map.copyOf(requestHeaders), requestBody, status, headers, body);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed within the head of the answer");
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
