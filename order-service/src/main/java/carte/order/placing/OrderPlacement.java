package carte.order.placing;

import carte.contracts.restaurant.OpeningHours;
import carte.kit.problem.Fault;
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
import carte.order.menuservice.NoSuchVersion;
import carte.order.pricing.OrderPricing;
import carte.order.pricing.OrderRequest;
import carte.order.pricing.PriceList;
import carte.order.pricing.Quote;
import carte.order.restaurants.CurrentRestaurants;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Places orders: prices each by the newest menu here and writes it down, once for each key. */
@Component
final class OrderPlacement {

    private final CurrentMenus menus;
    private final CurrentRestaurants restaurants;
    private final OrderBook book;
    private final AccessTokens tokens;
    private final TransactionalOperator transaction;
    private final Clock clock;

    OrderPlacement(CurrentMenus menus, CurrentRestaurants restaurants, OrderBook book,
            AccessTokens tokens, TransactionalOperator transaction, Clock clock) {
        this.menus = menus;
        this.restaurants = restaurants;
        this.book = book;
        this.tokens = tokens;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What an order is priced by. */
    private record Basis(PriceList prices, OpeningHours hours) {}

    /** Returns the order, which may have been placed earlier by the same claim. */
    Mono<Order> place(OrderRequest request, @Nullable Claim claim) {
        if (claim == null) {
            return basis(request).flatMap(basis -> write(request, basis, UUID.randomUUID()));
        }
        return earlier(claim).switchIfEmpty(Mono.defer(() -> placeOnce(request, claim)));
    }

    /**
     * Claims the key before pricing, in one transaction: of requests that come at once one prices
     * and writes, and the others wait for it and read what it wrote.
     */
    private Mono<Order> placeOnce(OrderRequest request, Claim claim) {
        UUID id = UUID.randomUUID();
        return basis(request)
                .flatMap(basis -> transaction.transactional(book.claim(claim, id)
                        .flatMap(free -> free ? write(request, basis, id) : Mono.empty())))
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

    private Mono<Basis> basis(OrderRequest request) {
        return Mono.zip(
                menus.find(request.restaurantId(), request.menuVersion())
                        .onErrorMap(NoSuchVersion.class, e -> ProblemException.invalid(List.of(
                                new Fault("/menuVersion", e.text())))),
                restaurants.find(request.restaurantId()),
                Basis::new);
    }

    private Mono<Order> write(OrderRequest request, Basis basis, UUID id) {
        // The database keeps microseconds; a repeated answer must not differ from the first.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (OrderPricing.quote(request, basis.prices(), basis.hours(), now)) {
            case Quote.Priced priced ->
                book.write(order(id, request, basis.prices(), priced, now));
            case Quote.Changed changed -> refuse(
                    MenuChangedProblem.of(changed, basis.prices().version()));
            case Quote.Closed closed -> refuse(RestaurantClosedProblem.of(closed.opensAt()));
            case Quote.Refused refused -> refuse(Problem.invalid(refused.faults()));
        };
    }

    private Order order(
            UUID id, OrderRequest request, PriceList prices, Quote.Priced priced, Instant now) {
        return new Order(id, request, prices.version(), Progress.placed(now), priced.total(),
                priced.tax(), now, tokens.tokenOf(id).hash());
    }

    private static Mono<Order> refuse(Problem problem) {
        return Mono.error(() -> ProblemException.of(problem));
    }
}
