package carte.kit.problem;

/**
 * One thing that is wrong with a body.
 *
 * @param pointer JSON pointer (RFC 6901) to the place
 * @param detail what was expected there
 */
public record Fault(String pointer, String detail) {}
