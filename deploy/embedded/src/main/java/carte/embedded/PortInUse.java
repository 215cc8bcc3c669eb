package carte.embedded;

/** A server was asked to listen on a port that something else listens on. */
public final class PortInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int port;
    private final String who;

    PortInUse(int port, String who) {
        super("port " + port + ", which " + who + " needs, is in use");
        this.port = port;
        this.who = who;
    }

    /** Returns the port that is taken. */
    public int port() {
        return port;
    }

    /** Returns the server that needs it, such as {@code PostgreSQL}. */
    public String who() {
        return who;
    }
}
