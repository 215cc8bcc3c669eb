package carte.menu.schedule;

/** How far a scheduled change has come. */
enum ScheduleState {
    /** It will take effect. */
    PENDING,
    /** It has taken effect. */
    APPLIED,
    /** It did not fit the menu when its time came. */
    FAILED,
    /** Its owner called it off. */
    CANCELLED
}
