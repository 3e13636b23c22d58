package dev.twinlab.lab.run;

import dev.twinlab.lab.LabFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Answers every request with 200 and a small body after a delay that is known beforehand: what k6 and the lab tell of it must be
 * that delay. Requests have no body.
 */
final class StubService implements AutoCloseable {
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final int BACKLOG = 1024;
    /** A park may end this much too late: the rest of the delay is spun. */
    private static final long SPIN_NANOS = 150_000;

    private final ServerSocket listener;
    private final LongSupplier delayNanos;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Starts it on a free port of the loopback.
     *
     * @param delayNanos asked once for each request, by many threads
     */
    StubService(LongSupplier delayNanos) {
        this.delayNanos = delayNanos;
        try {
            this.listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new LabFailure("The stub service finds no free port: " + e.getMessage() + ".", e);
        }
        threads.submit(this::accept);
    }

    String baseUrl() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    private Void accept() throws IOException {
        while (true) {
            try {
                Socket client = listener.accept();
                threads.submit(() -> serve(client));
            } catch (SocketException closed) {
                return null;
            }
        }
    }

    private Void serve(Socket accepted) throws IOException {
        try (Socket client = accepted) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            while (readHead(in)) {
                await(System.nanoTime() + delayNanos.getAsLong());
                client.getOutputStream().write(ANSWER);
            }
            return null;
        }
    }

    private static boolean readHead(InputStream in) throws IOException {
        int newlines = 0;
        while (newlines < 2) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            if (next == '\n') {
                newlines++;
            } else if (next != '\r') {
                newlines = 0;
            }
        }
        return true;
    }

    private static void await(long until) {
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            if (left > SPIN_NANOS) {
                LockSupport.parkNanos(left - SPIN_NANOS);
            } else {
                Thread.onSpinWait();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            listener.close();
        } catch (IOException e) {
            throw new LabFailure("The stub service cannot be closed: " + e.getMessage() + ".", e);
        }
    }
}
