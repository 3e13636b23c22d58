package dev.twinlab.lab.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a service that keeps the contract and breaks one promise of it: what a faulty service would look like. */
final class FaultyProxy implements AutoCloseable {
    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /**
     * One message on its way through; text is ISO 8859-1, so that every byte survives.
     *
     * @param start the request or status line
     * @param headers as sent, in their order, "Name: value"
     */
    record Message(String start, List<String> headers, String body) {
        Message withStart(String replaced) {
            return new Message(replaced, headers, body);
        }

        Message withBody(String replaced) {
            var out = new Message(start, headers, replaced);
            return headers.stream().anyMatch(it -> isNamed(it, "Content-Length"))
                    ? out.without("Content-Length").with("Content-Length: " + replaced.length())
                    : out;
        }

        Message with(String header) {
            var more = new ArrayList<>(headers);
            more.add(header);
            return new Message(start, List.copyOf(more), body);
        }

        Message without(String name) {
            return new Message(
                    start, headers.stream().filter(it -> !isNamed(it, name)).toList(), body);
        }

        boolean has(String name) {
            return headers.stream().anyMatch(it -> isNamed(it, name));
        }

        private static boolean isNamed(String header, String name) {
            return header.regionMatches(true, 0, name + ":", 0, name.length() + 1);
        }

        static Message parse(byte[] head, byte[] body) {
            String[] lines = new String(head, StandardCharsets.ISO_8859_1).split("\r\n");
            return new Message(
                    lines[0],
                    Arrays.asList(lines).subList(1, lines.length),
                    new String(body, StandardCharsets.ISO_8859_1));
        }

        byte[] bytes() {
            var all = new StringBuilder(start).append("\r\n");
            headers.forEach(it -> all.append(it).append("\r\n"));
            return all.append("\r\n").append(body).toString().getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** What is broken. */
    interface Fault {
        default Message request(Message request) {
            return request;
        }

        /** @param requestLine of the request as the client sent it */
        default Message answer(String requestLine, Message answer) {
            return answer;
        }
    }

    private final ServerSocket listener;
    private final URI target;
    private final Fault fault;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    FaultyProxy(URI target, Fault fault) throws IOException {
        this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        this.target = target;
        this.fault = fault;
        threads.submit(this::accept);
    }

    URI root() {
        return URI.create("http://localhost:" + listener.getLocalPort());
    }

    private Void accept() throws IOException {
        while (true) {
            Socket client;
            try {
                client = listener.accept();
            } catch (SocketException closed) {
                return null;
            }
            threads.submit(() -> relay(client));
        }
    }

    private Void relay(Socket accepted) throws IOException {
        try (Socket client = accepted;
                var server = new Socket(target.getHost(), target.getPort())) {
            byte[] head = head(client.getInputStream());
            if (head.length == 0) {
                return null;
            }
            // The client sends its body in one go and then waits: what comes after the head can be passed on as it
            // comes.
            Message request = Message.parse(head, new byte[0]);
            server.getOutputStream().write(fault.request(request).bytes());
            threads.submit(() -> {
                client.getInputStream().transferTo(server.getOutputStream());
                return null;
            });
            InputStream in = server.getInputStream();
            byte[] answerHead = head(in);
            if (answerHead.length > 0) {
                Message answer = Message.parse(answerHead, in.readAllBytes());
                client.getOutputStream()
                        .write(fault.answer(request.start(), answer).bytes());
            }
            return null;
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream(512);
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            byte[] soFar = head.toByteArray();
            if (next == '\n'
                    && soFar.length >= HEAD_END.length
                    && Arrays.equals(
                            soFar, soFar.length - HEAD_END.length, soFar.length, HEAD_END, 0, HEAD_END.length)) {
                return soFar;
            }
        }
        return head.toByteArray();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
