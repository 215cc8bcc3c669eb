package carte.embedded;

/**
 * A way to a broker through something between it and some of its clients.
 *
 * @param entrance the port that the broker sends those clients to; it may be somebody else's
 * @param exit the port that the broker listens on for them, besides its own
 */
public record KafkaDetour(int entrance, int exit) {

    /** Makes a detour; neither end may be any free port. */
    public KafkaDetour {
        if (Ports.requireValid(entrance) == 0 || Ports.requireValid(exit) == 0) {
            throw new IllegalArgumentException("both ends of a detour must be known");
        }
    }
}
