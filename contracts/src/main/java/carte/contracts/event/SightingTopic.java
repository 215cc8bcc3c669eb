package carte.contracts.event;

/**
 * The topic of {@link MenuSighted}: what was seen of changes on their way, the newest few hundred
 * thousand sightings. Records are keyed by restaurant; their timestamps are the broker's.
 */
public final class SightingTopic {

    /** Name of the topic. */
    public static final String NAME = "menu-sightings";

    /** Whoever reads it reads all of it, and one partition takes more than changes can cause. */
    public static final int PARTITIONS = 1;

    /** How much is kept, however old: no clock ends what a quiet shard has seen last. */
    public static final long RETAINED_BYTES = 64 * 1024 * 1024;

    private SightingTopic() {}
}
