package dev.twinlab.lab.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One GET over a connection of its own, in the calling thread: no pool, no threads, no classes to load while a service starts.
 */
final class RawHttp {
    private static final int LIMIT_MS = 5000;
    private static final String LENGTH = "Content-Length:";

    private RawHttp() {}

    /** The body of a 200 of a port of this machine; null for any other answer, and where nobody answers. */
    static byte @Nullable [] get(int port, String path) {
        String request =
                "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nConnection: close\r\n\r\n";
        try (var socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(LIMIT_MS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return bodyOf200(socket.getInputStream());
        } catch (IOException | NumberFormatException noAnswer) {
            return null;
        }
    }

    private static byte @Nullable [] bodyOf200(InputStream in) throws IOException {
        var answer = new ByteArrayOutputStream(2048);
        byte[] buffer = new byte[4096];
        int body = -1;
        long end = Long.MAX_VALUE;
        while (answer.size() < end) {
            int read = in.read(buffer);
            if (read < 0) {
                break;
            }
            answer.write(buffer, 0, read);
            if (body < 0) {
                String headers = answer.toString(StandardCharsets.ISO_8859_1);
                int blank = headers.indexOf("\r\n\r\n");
                if (blank >= 0) {
                    body = blank + 4;
                    end = body + contentLength(headers.substring(0, blank));
                }
            }
        }
        String status = answer.toString(StandardCharsets.ISO_8859_1);
        return body >= 0 && status.startsWith("HTTP/1.1 200")
                ? Arrays.copyOfRange(answer.toByteArray(), body, answer.size())
                : null;
    }

    /** Without a length the body goes to the end of the stream. */
    private static long contentLength(String headers) {
        for (String line : headers.split("\r\n")) {
            if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                return Long.parseLong(line.substring(LENGTH.length()).strip());
            }
        }
        return Integer.MAX_VALUE;
    }
}
