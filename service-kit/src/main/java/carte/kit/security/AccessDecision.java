package carte.kit.security;

/** What becomes of a call as far as access goes. */
public sealed interface AccessDecision {

    /** It goes on. */
    AccessDecision ALLOWED = new Allowed();

    /** It needs a token, and there is none. */
    AccessDecision TOKEN_NEEDED = new TokenNeeded();

    /** It goes on. */
    record Allowed() implements AccessDecision {}

    /** It needs a token, and there is none. */
    record TokenNeeded() implements AccessDecision {}

    /**
     * The token does not allow it.
     *
     * @param why a sentence for whoever calls
     */
    record Forbidden(String why) implements AccessDecision {}
}
