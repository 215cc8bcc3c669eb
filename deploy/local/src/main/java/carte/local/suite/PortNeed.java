package carte.local.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port that somebody asked for.
 *
 * @param port 0: any free one
 * @param who what listens there
 * @param option how another port is chosen
 */
record PortNeed(int port, String who, String option) {

    /** Below the ports that systems give to outgoing connections, which would take a free one. */
    private static final int LOWEST = 15_000;

    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 1_000;
    private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

    /** Throws {@link StartRefused} with a line for each port that is taken. */
    static void requireFree(List<PortNeed> needs) {
        List<String> taken = needs.stream()
                .filter(need -> need.port != 0 && !isFree(need.port))
                .map(PortNeed::complaint)
                .toList();
        if (!taken.isEmpty()) {
            throw new StartRefused(String.join("\n", taken));
        }
    }

    /** Returns a port that is free now, and that this run has not handed out before. */
    static int anyFree() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (HANDED_OUT.add(port) && isFree(port)) {
                return port;
            }
        }
        throw new StartRefused("There is no free port between " + LOWEST + " and " + HIGHEST + ".");
    }

    private String complaint() {
        return "Port " + port + " is in use, and the " + who + " needs it. Choose another with "
                + option + ".";
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // A port whose last connections linger in TIME_WAIT is free to a server.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
