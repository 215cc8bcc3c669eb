package carte.order.relay;

import carte.contracts.event.OrderChanged;
import carte.contracts.event.OrderEventCodec;
import carte.kit.outbox.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** Puts events beside the changes that they tell of, in the same transaction. */
@Component
public final class OrderEvents {

    private final Outbox outbox;
    private final TransactionSynchronization wakeAfterCommit;

    OrderEvents(Outbox outbox, OrderRelay relay) {
        this.outbox = outbox;
        this.wakeAfterCommit = new TransactionSynchronization() {
            @Override
            public Mono<Void> afterCommit() {
                return Mono.fromRunnable(relay::wake);
            }
        };
    }

    /** Adds an event to the transaction around this call; without one it fails. */
    public Mono<Void> append(OrderChanged event) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(wakeAfterCommit))
                .then(outbox.append(OrderEventCodec.encode(event)));
    }
}
