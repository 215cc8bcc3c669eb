package carte.contracts.cache;

/**
 * One consumer's step through a partition of the log.
 *
 * @param from where the consumer takes the cache to be: the offset that it last found or left there
 * @param to the offset behind the record that it applies
 */
public record LogStep(long from, long to) {}
