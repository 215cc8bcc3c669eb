package carte.faults.lunch;

/** What people want of the suite. */
public enum Wish {
    /** A menu that the gateway keeps. */
    HOT_MENU,
    /** A list of restaurants, the same for all. */
    LIST,
    /** A list of a hundred restaurants that nobody else asks for, which takes long to make. */
    LONG_LIST,
    /** A list of twenty-five restaurants that nobody else asks for. */
    SHORT_LIST,
    /** A restaurant's page, of several services. */
    PAGE,
    /** An order. */
    ORDER,
    /** An admin's change of a price. */
    CHANGE
}
