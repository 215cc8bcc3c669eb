package carte.order.book;

/** That a key stands for one request. */
public record Claim(IdempotencyKey key, Fingerprint fingerprint) {}
