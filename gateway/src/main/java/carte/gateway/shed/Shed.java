package carte.gateway.shed;

/** A call that was not sent, because it would have had to wait for too long. */
public final class Shed extends RuntimeException {

    Shed() {
        super("too many calls are under way", null, false, false);
    }
}
