package carte.contracts.cache;

/** What became of a fill. */
public enum FillOutcome {
    /** The entry was stored. */
    STORED,
    /** The cache knows of a newer version, or was told to distrust what was read so early. */
    REFUSED_AS_OLD,
    /** The entry was read longer ago than the fill deadline, by the cache's own clock. */
    REFUSED_AS_LATE
}
