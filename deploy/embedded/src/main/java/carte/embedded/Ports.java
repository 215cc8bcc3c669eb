package carte.embedded;

/** The loopback ports that servers are asked to listen on. */
final class Ports {

    private Ports() {}

    /** Returns the port asked for, or a free one where that is 0. */
    static int choose(int asked, String who) {
        if (asked == 0) {
            return FreePorts.any();
        }
        requireFree(asked, who);
        return asked;
    }

    static void requireFree(int port, String who) {
        if (!FreePorts.isFree(port)) {
            throw new PortInUse(port, who);
        }
    }

    static int requireValid(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "port must be between 0 (any free) and 65535, not " + port);
        }
        return port;
    }
}
