package carte.menu.writing;

/** What an admin did besides changing a menu, as the audit names it. */
public enum AuditAction {
    /** The restaurant's own fields were changed. */
    RESTAURANT_CHANGED,
    /** A change was scheduled. */
    SCHEDULE_CREATED,
    /** A scheduled change was called off. */
    SCHEDULE_CANCELLED,
    /** A scheduled change did not fit the menu when its time came; the author had scheduled it. */
    SCHEDULE_FAILED
}
