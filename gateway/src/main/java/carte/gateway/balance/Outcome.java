package carte.gateway.balance;

/** What one call says of the instance that it was sent to. */
public enum Outcome {
    /** It answered. */
    GOOD,
    /** It could not be reached, broke off, took too long, or said that it cannot serve. */
    FAILED,
    /** Another one, asked later, answered first. */
    SLOW,
    /** Nothing: whoever asked has gone, or nothing was sent. */
    UNKNOWN
}
