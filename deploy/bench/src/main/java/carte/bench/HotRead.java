package carte.bench;

import carte.bench.Restaurants.Dish;
import carte.local.suite.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * One menu, asked for again and again: the gateway and nginx's {@code proxy_cache} in turn, each
 * alone on the first core while the client has the second.
 */
final class HotRead {

    /** What a real menu of the middle size takes. */
    private static final int BODY_BYTES = 12_600;

    private static final int CANDIDATES = 100;
    private static final int ROUNDS = 5;
    private static final int SERVER_CORE = 0;
    private static final int CLIENT_CORE = 1;

    private final Bench bench;
    private final PublicApi api;

    HotRead(Bench bench) {
        this.bench = bench;
        this.api = bench.api();
    }

    Table take() throws IOException {
        Dish dish = middleMenu(bench);
        ProcessHandle gateway = bench.suite().service(Service.GATEWAY).process();
        List<List<String>> rows = new ArrayList<>();
        try (Nginx nginx = Nginx.start(bench.suite().gateway(), bench.data())) {
            requireSame(nginx.address().resolve(dish.menuPath()), api.menu(dish));
            Cores.pin(gateway.pid(), SERVER_CORE);
            Cores.pin(nginx.pid(), SERVER_CORE);
            rows.add(row("plain", nginx, dish, List.of()));
            rows.add(row("gzip", nginx, dish, List.of("Accept-Encoding: gzip")));
        } finally {
            Cores.release(gateway.pid());
        }
        return new Table("Hot reads beside nginx", """
                One menu of %,d bytes of JSON, 32 connections that are kept, `wrk` with one thread
                on the second core, the server alone on the first. %d rounds, nginx's
                `proxy_cache` (one worker, no access log) and the gateway in turn; the median, and
                the ratio of the two of each round."""
                .formatted(api.menu(dish).body().length, ROUNDS),
                List.of("body", "nginx", "gateway", "gateway / nginx", "gateway p99",
                        "least and greatest ratio"),
                rows);
    }

    /** Returns a dish of the menu whose size is nearest to the middle of real ones. */
    static Dish middleMenu(Bench bench) {
        return bench.restaurants().all().stream().limit(CANDIDATES)
                .min(Comparator.comparingInt(each -> Math.abs(
                        bench.api().menu(each).body().length - BODY_BYTES)))
                .orElseThrow();
    }

    private void requireSame(URI cached, HttpResponse<byte[]> direct) {
        if (!Arrays.equals(api.get(cached).body(), direct.body())) {
            throw new IllegalStateException("nginx does not serve the same bytes");
        }
    }

    private List<String> row(String name, Nginx nginx, Dish dish, List<String> headers)
            throws IOException {
        URI ours = bench.suite().gateway().resolve(dish.menuPath());
        URI theirs = nginx.address().resolve(dish.menuPath());
        var wrk = new Wrk(CLIENT_CORE, headers);
        wrk.warmUp(ours);
        wrk.warmUp(theirs);
        List<Double> nginxRates = new ArrayList<>();
        List<Double> gatewayRates = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> latencies = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Wrk.Result his = wrk.measure(theirs);
            Wrk.Result mine = wrk.measure(ours);
            nginxRates.add(his.perSecond());
            gatewayRates.add(mine.perSecond());
            ratios.add(mine.perSecond() / his.perSecond());
            latencies.add(mine.p99Millis());
            bench.say(String.format(Locale.ROOT, "%s: nginx %,.0f/s, gateway %,.0f/s", name,
                    his.perSecond(), mine.perSecond()));
        }
        return List.of(name, rate(median(nginxRates)), rate(median(gatewayRates)),
                ratio(median(ratios)),
                String.format(Locale.ROOT, "%.1f ms", median(latencies)),
                ratio(ratios.stream().min(Comparator.naturalOrder()).orElseThrow()) + ", "
                        + ratio(ratios.stream().max(Comparator.naturalOrder()).orElseThrow()));
    }

    static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%,.0f/s", perSecond);
    }

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }
}
