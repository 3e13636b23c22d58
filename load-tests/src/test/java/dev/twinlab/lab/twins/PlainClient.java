package dev.twinlab.lab.twins;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Keeps connections as an ingress does, and never sends a request twice: what goes wrong is seen. */
public final class PlainClient implements AutoCloseable {
    private static final int TIMEOUT_MS = 15_000;

    private final int port;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    public PlainClient(int port) {
        this.port = port;
    }

    /**
     * An answer.
     *
     * @param closing whether the service said that it closes the connection
     */
    public record Answer(int status, boolean closing, String body) {}

    private static final class Connection {
        final Socket socket = new Socket();
        final InputStream in;

        Connection(int port) throws IOException {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress("localhost", port), TIMEOUT_MS);
            in = new BufferedInputStream(socket.getInputStream());
        }
    }

    public Answer get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n");
    }

    public Answer post(String path, String token, String key, String body) throws IOException {
        return send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nIdempotency-Key: " + key + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
    }

    private Answer send(String request) throws IOException {
        Connection connection = idle.pollFirst();
        if (connection == null) {
            connection = new Connection(port);
        }
        boolean keep = false;
        try {
            connection.socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            Answer answer = read(connection.in);
            keep = !answer.closing();
            return answer;
        } finally {
            if (keep) {
                idle.addFirst(connection);
            } else {
                connection.socket.close();
            }
        }
    }

    private static Answer read(InputStream in) throws IOException {
        String[] status = line(in).split(" ", 3);
        int length = 0;
        boolean closing = false;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            closing |= header.startsWith("connection:") && header.contains("close");
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the connection was closed within a body");
        }
        return new Answer(Integer.parseInt(status[1]), closing, new String(body, StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed before the end of an answer");
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            try {
                connection.socket.close();
            } catch (IOException alreadyClosed) {
                // It is to be closed; it is.
            }
        }
    }
}
