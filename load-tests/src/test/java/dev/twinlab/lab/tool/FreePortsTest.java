package dev.twinlab.lab.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;

class FreePortsTest {
    @RepeatedTest(20)
    void isFreeAndOutsideTheRangeOfOutgoingConnections() throws IOException {
        int port = FreePorts.pick();

        int firstOutgoing = Integer.parseInt(Files.readString(Path.of("/proc/sys/net/ipv4/ip_local_port_range"))
                .strip()
                .split("\\s+")[0]);
        assertThat(port).isBetween(10_240, Math.max(firstOutgoing, 32_768) - 1);
        try (var socket = new ServerSocket(port)) {
            assertThat(socket.isBound()).isTrue();
        }
    }
}
