package carte.kit.security;

/**
 * Who makes a request.
 *
 * @param name as it stands in histories
 */
public record Caller(String name) {

    /** Whoever did not have to say who they are. */
    public static final Caller ANONYMOUS = new Caller("anonymous");
}
