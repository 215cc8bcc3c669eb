package carte.order.states;

import carte.contracts.order.OrderState;

/** The body of a transition. */
record NewState(OrderState to) {}
