package carte.contracts.order;

import java.util.EnumSet;
import java.util.Set;

/** Where an order is on its way to the customer. */
public enum OrderState {
    /** The customer has ordered; the restaurant has not answered. */
    PLACED,
    /** The restaurant will make it. */
    ACCEPTED,
    /** The restaurant is making it. */
    PREPARING,
    /** It is made and waits to be taken. */
    READY,
    /** The customer has it. */
    DELIVERED,
    /** The restaurant will not make it. */
    REJECTED,
    /** It was accepted and will not come. */
    CANCELLED;

    /** Returns the states that may follow this one. */
    public Set<OrderState> next() {
        return switch (this) {
            case PLACED -> EnumSet.of(ACCEPTED, REJECTED);
            case ACCEPTED -> EnumSet.of(PREPARING, CANCELLED);
            case PREPARING -> EnumSet.of(READY, CANCELLED);
            case READY -> EnumSet.of(DELIVERED, CANCELLED);
            case DELIVERED, REJECTED, CANCELLED -> EnumSet.noneOf(OrderState.class);
        };
    }

    /** Tells whether the restaurant still has something to do for it. */
    public boolean isOpen() {
        return !next().isEmpty();
    }

    /** Tells whether the order came to nothing. */
    public boolean isVoid() {
        return this == REJECTED || this == CANCELLED;
    }
}
