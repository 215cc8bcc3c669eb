package carte.contracts.event;

/** A record that cannot be read as the event its topic promises. */
public final class MalformedEvent extends RuntimeException {

    /** Says what was found and what was expected. */
    public MalformedEvent(String message) {
        super(message);
    }

    /** Says what was found and what was expected, and what the parser said. */
    public MalformedEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
