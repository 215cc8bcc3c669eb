package carte.bench;

import carte.bench.Restaurants.Dish;
import carte.local.suite.Service;
import carte.local.suite.ServiceInstance;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * One menu, asked for again and again: a gateway with the tracing agent and one without it in turn,
 * each on the first core while the client has the second.
 */
final class TracingCost {

    private static final int ROUNDS = 7;
    private static final int SERVER_CORE = 0;
    private static final int CLIENT_CORE = 1;

    private final Bench bench;

    TracingCost(Bench bench) {
        this.bench = bench;
    }

    Table take() throws IOException {
        Dish dish = HotRead.middleMenu(bench);
        ServiceInstance traced = bench.suite().service(Service.GATEWAY);
        ServiceInstance untraced = bench.suite().startUntraced(Service.GATEWAY);
        try {
            Cores.pin(traced.process().pid(), SERVER_CORE);
            Cores.pin(untraced.process().pid(), SERVER_CORE);
            return table(rounds(traced.address().resolve(dish.menuPath()),
                    untraced.address().resolve(dish.menuPath())));
        } finally {
            Cores.release(traced.process().pid());
            untraced.stop();
        }
    }

    private record Round(Wrk.Result traced, Wrk.Result untraced) {

        double ratio() {
            return traced.perSecond() / untraced.perSecond();
        }
    }

    private List<Round> rounds(URI traced, URI untraced) throws IOException {
        var wrk = new Wrk(CLIENT_CORE, List.of());
        wrk.warmUp(traced);
        wrk.warmUp(untraced);
        List<Round> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Round next = round(wrk, round % 2 == 0, traced, untraced);
            bench.say(String.format(Locale.ROOT, "traced %,.0f/s, untraced %,.0f/s, ratio %.2f",
                    next.traced().perSecond(), next.untraced().perSecond(), next.ratio()));
            rounds.add(next);
        }
        return rounds;
    }

    /** Each is the first in every other round. */
    private static Round round(Wrk wrk, boolean tracedFirst, URI traced, URI untraced)
            throws IOException {
        if (tracedFirst) {
            Wrk.Result with = wrk.measure(traced);
            return new Round(with, wrk.measure(untraced));
        }
        Wrk.Result without = wrk.measure(untraced);
        return new Round(wrk.measure(traced), without);
    }

    private static Table table(List<Round> rounds) {
        List<Double> ratios = rounds.stream().map(Round::ratio)
                .sorted(Comparator.naturalOrder()).toList();
        return new Table("Hot reads with tracing and without",
                """
                        One menu, 32 connections that are kept, `wrk` with one thread on the second
                        core, two gateways on the first, of which one is asked and the other
                        follows Kafka. %d rounds, the one with the OpenTelemetry agent at 1 %% and
                        the one without in turn, each first in every other; the median, and the
                        ratio of the two of each round."""
                        .formatted(ROUNDS),
                List.of("with the agent", "without", "with / without", "p99 with", "p99 without",
                        "least and greatest ratio"),
                List.of(List.of(
                        HotRead.rate(HotRead.median(rounds.stream()
                                .map(round -> round.traced().perSecond()).toList())),
                        HotRead.rate(HotRead.median(rounds.stream()
                                .map(round -> round.untraced().perSecond()).toList())),
                        HotRead.ratio(HotRead.median(ratios)),
                        millis(rounds.stream().map(round -> round.traced().p99Millis()).toList()),
                        millis(rounds.stream().map(round -> round.untraced().p99Millis())
                                .toList()),
                        HotRead.ratio(ratios.getFirst()) + ", "
                                + HotRead.ratio(ratios.getLast()))));
    }

    private static String millis(List<Double> times) {
        return String.format(Locale.ROOT, "%.1f ms", HotRead.median(times));
    }
}
