package carte.order.popularity;

import static carte.order.MamaPut.MAMA_PUT;
import static carte.order.MamaPut.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.event.OrderChanged;
import carte.contracts.menu.RestaurantId;
import carte.contracts.order.OrderState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.jspecify.annotations.Nullable;

/** However events arrive, what is added up is what a recount from scratch finds. */
class OrderStepPropertyTest {

    private static final int SEEDS = 60;

    private static final List<RestaurantId> RESTAURANTS = List.of(MAMA_PUT,
            new RestaurantId("NG-suya-spot"), new RestaurantId("KE-nyama-choma"));

    /** How one event is taken over; the wrong ways are the ones to be caught. */
    private interface Rule {
        Optional<OrderStep> step(@Nullable KnownOrder before, OrderChanged event);
    }

    private static final Rule RIGHT = (before, event) -> OrderStep.of(before, event, NOON);

    private static final Rule ADDS_EACH_EVENT = (_, event) -> Optional.of(
            new OrderStep(KnownOrder.of(event), Contribution.of(KnownOrder.of(event))));

    private static final Rule COMPARES_NO_REVISIONS = (before, event) -> Optional.of(
            new OrderStep(KnownOrder.of(event), Contribution.of(KnownOrder.of(event))
                    .minus(Contribution.of(before))));

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyOrderAndRepetitionGivesWhatARecountFinds(int seed) {
        OrderHistories histories = new OrderHistories(seed, RESTAURANTS, NOON);
        List<OrderChanged> events = histories.of(40, 30);

        assertThat(addedUp(histories.disturbed(events), RIGHT)).isEqualTo(Recount.of(events));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void afterEachPartTheFiguresAreTheNewestRevisionsOfThatPart(int seed) {
        OrderHistories histories = new OrderHistories(seed, RESTAURANTS, NOON);
        List<OrderChanged> arriving = histories.disturbed(histories.of(6, 30));

        for (int part = 1; part <= arriving.size(); part++) {
            List<OrderChanged> arrived = arriving.subList(0, part);
            assertThat(addedUp(arrived, RIGHT)).isEqualTo(Recount.of(arrived));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void skippedRevisionsAreMissedByNobody(int seed) {
        OrderHistories histories = new OrderHistories(seed, RESTAURANTS, NOON);
        List<OrderChanged> events = histories.of(40, 30);

        assertThat(addedUp(histories.disturbed(histories.withGaps(events)), RIGHT))
                .isEqualTo(Recount.of(events));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whenOrdersBecameReadyIsKnownInAnyOrder(int seed) {
        OrderHistories histories = new OrderHistories(seed, RESTAURANTS, NOON);
        List<OrderChanged> events = histories.of(20, 30);
        Map<UUID, Instant> ready = events.stream()
                .filter(event -> event.state() == OrderState.READY)
                .collect(Collectors.toMap(OrderChanged::orderId, OrderChanged::changedAt));
        Map<UUID, KnownOrder> orders = new HashMap<>();

        histories.disturbed(events).forEach(event -> RIGHT.step(orders.get(event.orderId()), event)
                .ifPresent(step -> orders.put(event.orderId(), step.order())));

        assertThat(orders.values()).allSatisfy(
                order -> assertThat(order.readyAt()).isEqualTo(ready.get(order.orderId())));
    }

    @Test
    void rulesThatCompareNoRevisionsAreCaught() {
        for (Rule wrong : List.of(ADDS_EACH_EVENT, COMPARES_NO_REVISIONS)) {
            assertThat(seeds().filter(seed -> isCaught(wrong, seed)).count()).isEqualTo(SEEDS);
        }
    }

    private static boolean isCaught(Rule rule, int seed) {
        OrderHistories histories = new OrderHistories(seed, RESTAURANTS, NOON);
        List<OrderChanged> events = histories.of(40, 30);
        return !addedUp(histories.disturbed(events), rule).equals(Recount.of(events));
    }

    private static Map<RestaurantId, Recount> addedUp(Collection<OrderChanged> events, Rule rule) {
        Map<UUID, KnownOrder> orders = new HashMap<>();
        Map<RestaurantId, Recount> figures = new HashMap<>();
        for (OrderChanged event : events) {
            KnownOrder before = orders.get(event.orderId());
            rule.step(before, event).ifPresent(step -> {
                orders.put(event.orderId(), step.order());
                figures.merge(event.restaurantId(), difference(before, step), Recount::plus);
            });
        }
        return figures;
    }

    private static Recount difference(@Nullable KnownOrder before, OrderStep step) {
        Contribution added = step.difference();
        LocalDate day = step.order().placedAt().atOffset(ZoneOffset.UTC).toLocalDate();
        return new Recount(
                added.orders() == 0 ? Map.of() : Map.of(day, (long) added.orders()),
                open(step.order()) - open(before), added.stars(), added.ratings());
    }

    private static int open(@Nullable KnownOrder order) {
        return order != null && order.state().isOpen() ? 1 : 0;
    }
}
