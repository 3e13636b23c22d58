package dev.twinlab.lab.tool;

import dev.twinlab.lab.LabFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that nobody listens on, from below the range that the kernel gives to outgoing connections: inside that range, a probe
 * that knocks every half millisecond is sooner or later connected to itself, and the service finds its port taken.
 */
public final class FreePorts {
    private static final int LOWEST = 10_240;
    private static final int ATTEMPTS = 200;

    private FreePorts() {}

    /** A port that is free now. */
    public static int pick() {
        int limit = firstOutgoing();
        for (int i = 0; i < ATTEMPTS; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, limit);
            if (isFree(port)) {
                return port;
            }
        }
        throw new LabFailure(
                "No free port was found between %d and %d in %d attempts.".formatted(LOWEST, limit - 1, ATTEMPTS));
    }

    private static int firstOutgoing() {
        try {
            String range = Files.readString(Path.of("/proc/sys/net/ipv4/ip_local_port_range"));
            int first = Integer.parseInt(range.strip().split("\\s+")[0]);
            return first > LOWEST + 1000 ? first : 32_768;
        } catch (IOException | RuntimeException notLinux) {
            return 32_768;
        }
    }

    private static boolean isFree(int port) {
        try (var any = new ServerSocket()) {
            any.setReuseAddress(true);
            any.bind(new InetSocketAddress((InetAddress) null, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
