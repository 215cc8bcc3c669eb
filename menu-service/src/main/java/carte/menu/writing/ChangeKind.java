package carte.menu.writing;

/** How a version came to be, as the history names it. */
public enum ChangeKind {
    /** The restaurant was created, with an empty menu. */
    CREATED,
    /** The whole menu was replaced. */
    REPLACED,
    /** Some fields of one item were changed. */
    ITEM_CHANGED
}
