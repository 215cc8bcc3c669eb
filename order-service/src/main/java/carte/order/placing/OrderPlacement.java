package carte.order.placing;

import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.Money;
import carte.kit.problem.Problem;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.order.access.AccessTokens;
import carte.order.book.Claim;
import carte.order.book.KeyedOrder;
import carte.order.book.Order;
import carte.order.book.OrderBook;
import carte.order.book.Progress;
import carte.order.menus.CurrentMenus;
import carte.order.pricing.OrderPricing;
import carte.order.pricing.OrderRequest;
import carte.order.pricing.Quote;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Places orders: prices each by the newest menu here and writes it down, once for each key. */
@Component
final class OrderPlacement {

    private final CurrentMenus menus;
    private final OrderBook book;
    private final AccessTokens tokens;
    private final TransactionalOperator transaction;
    private final Clock clock;

    OrderPlacement(CurrentMenus menus, OrderBook book, AccessTokens tokens,
            TransactionalOperator transaction, Clock clock) {
        this.menus = menus;
        this.book = book;
        this.tokens = tokens;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Returns the order, which may have been placed earlier by the same claim. */
    Mono<Order> place(OrderRequest request, @Nullable Claim claim) {
        if (claim == null) {
            return menu(request).flatMap(menu -> write(request, menu, UUID.randomUUID()));
        }
        return earlier(claim).switchIfEmpty(Mono.defer(() -> placeOnce(request, claim)));
    }

    /**
     * Claims the key before pricing, in one transaction: of requests that come at once one prices
     * and writes, and the others wait for it and read what it wrote.
     */
    private Mono<Order> placeOnce(OrderRequest request, Claim claim) {
        UUID id = UUID.randomUUID();
        return menu(request)
                .flatMap(menu -> transaction.transactional(book.claim(claim, id)
                        .flatMap(free -> free ? write(request, menu, id) : Mono.empty())))
                .switchIfEmpty(Mono.defer(() -> earlier(claim)));
    }

    private Mono<Order> earlier(Claim claim) {
        return book.find(claim.key()).map(found -> same(found, claim));
    }

    private static Order same(KeyedOrder found, Claim claim) {
        if (!found.fingerprint().equals(claim.fingerprint())) {
            throw ProblemException.of(ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "another order was placed with this key; take a new key for each order");
        }
        return found.order();
    }

    private Mono<MenuDocument> menu(OrderRequest request) {
        return menus.find(request.restaurantId(), request.menuVersion());
    }

    private Mono<Order> write(OrderRequest request, MenuDocument menu, UUID id) {
        // The database keeps microseconds; a repeated answer must not differ from the first.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (OrderPricing.quote(request, menu, now)) {
            case Quote.Priced priced ->
                book.write(order(id, request, menu, priced.total(), now));
            case Quote.Changed changed -> refuse(MenuChangedProblem.of(changed, menu.version()));
            case Quote.Refused refused -> refuse(Problem.invalid(refused.faults()));
        };
    }

    private Order order(
            UUID id, OrderRequest request, MenuDocument menu, Money total, Instant now) {
        Money tax = new Money(0, total.currency());
        return new Order(id, request, menu.version(), Progress.placed(now), total, tax, now,
                tokens.tokenOf(id).hash());
    }

    private static Mono<Order> refuse(Problem problem) {
        return Mono.error(() -> ProblemException.of(problem));
    }
}
