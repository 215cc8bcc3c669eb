package carte.menu.writing;

/** How a version came to be, as the history names it. */
public enum ChangeKind {
    /** The restaurant was created, with an empty menu. */
    CREATED,
    /** The whole menu was replaced. */
    REPLACED,
    /** Some fields of one item were changed. */
    ITEM_CHANGED,
    /** Several items were changed at once. */
    ITEMS_CHANGED,
    /** The restaurant, and with it its menu without prices, went over to another currency. */
    CURRENCY_CHANGED,
    /** The menu was read from a file of another format. */
    IMPORTED,
    /** The content of an earlier version was published again. */
    ROLLED_BACK,
    /** A change took effect at the time for which it was scheduled. */
    SCHEDULED,
    /** Items returned to sale at the time that was set when they were taken off. */
    RESTORED
}
