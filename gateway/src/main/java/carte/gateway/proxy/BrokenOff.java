package carte.gateway.proxy;

/** A service stopped in the middle of its answer, which tells it from a client that has gone. */
final class BrokenOff extends RuntimeException {

    BrokenOff(Throwable cause) {
        super("the answer was broken off", cause, false, false);
    }
}
