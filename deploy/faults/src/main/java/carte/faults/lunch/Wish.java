package carte.faults.lunch;

/** What people want of the suite. */
public enum Wish {
    /** A menu that the gateway keeps. */
    HOT_MENU,
    /** A list of restaurants, which the gateway does not keep. */
    LIST,
    /** A list of a hundred restaurants, which takes far longer to make than to refuse. */
    LONG_LIST,
    /** A restaurant's page, of several services. */
    PAGE,
    /** An order. */
    ORDER,
    /** An admin's change of a price. */
    CHANGE
}
