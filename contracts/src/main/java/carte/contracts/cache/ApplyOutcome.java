package carte.contracts.cache;

/** What a change did to the cache. */
public enum ApplyOutcome {
    /** An entry was present and now holds the change's menu. */
    REFRESHED,
    /** Nothing was present, or the change carried no menu: only the floor was raised. */
    FLOORED,
    /** The cache already held this version or a later one, or had taken this step before. */
    ALREADY_APPLIED,
    /** The cache is not where the step begins; nothing was done. */
    ELSEWHERE
}
