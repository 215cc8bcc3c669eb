package carte.simulation;

/** An invariant does not hold; the message begins with its number. */
final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Violation(String what) {
        super(what);
    }
}
