package carte.gateway.site.operations;

import java.time.Instant;

/**
 * Something that went wrong.
 *
 * @param at when it was noticed
 * @param who the instance that told of it, or that told nothing
 * @param what the part of it that is meant, such as a shard; empty where that is all of it
 * @param count how often
 */
record Fault(Instant at, FaultKind kind, String who, String what, long count) {}
