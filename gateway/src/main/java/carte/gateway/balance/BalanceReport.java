package carte.gateway.balance;

import java.net.URI;

/** Is told when an instance leaves balancing or comes back. */
public interface BalanceReport {

    /** The instance gets no more calls for now. */
    void left(URI instance, String why);

    /** The instance gets calls again. */
    void back(URI instance);
}
