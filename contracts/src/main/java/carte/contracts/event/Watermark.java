package carte.contracts.event;

import java.time.Instant;

/**
 * Every change of {@code shard} that was acknowledged before {@code time} stands ahead of this
 * record in its partition. Whoever has applied the partition up to here knows the shard's menus in
 * it as of that time.
 *
 * @param time by the shard's database
 */
public record Watermark(String shard, Instant time) implements MenuEvent {}
