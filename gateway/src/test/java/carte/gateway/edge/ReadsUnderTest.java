package carte.gateway.edge;

import static carte.gateway.edge.CacheUnderTest.at;

import carte.contracts.cache.DatabaseClocks;
import carte.contracts.cache.Freshness;
import carte.contracts.fixture.Menus;
import carte.contracts.fixture.SettableClock;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.kit.telemetry.ReadOutcome;
import carte.kit.telemetry.Tier;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** A gateway's reads over a menu-service and a log that are told by hand; it is noon and 20 s. */
final class ReadsUnderTest {

    static final Duration STALE_IF_ERROR = Duration.ofMinutes(5);

    final RestaurantId id = Menus.freshRestaurant();
    final SettableClock time = new SettableClock(at(20));
    final DatabaseClocks clocks = new DatabaseClocks(time, () -> 0);
    final MenuServiceByHand service = new MenuServiceByHand(time);
    final CacheUnderTest gateway = CacheUnderTest.remembering(clocks);
    final TranslatorByHand translator = new TranslatorByHand();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final EdgeReads reads;

    ReadsUnderTest(Duration staleIfError, Duration pause) {
        Freshness freshness = new Freshness(
                Duration.ofSeconds(2), Duration.ofMillis(100), staleIfError);
        reads = new EdgeReads(gateway.cache,
                new MenuLoads(service::get, service::getWaiting, gateway.cache, freshness, clocks),
                new MenuForms(DataSize.ofMegabytes(8), translator), freshness,
                CacheUnderTest.settings(CacheUnderTest.FILL_DEADLINE, pause),
                new EdgeMeters(meters, gateway.cache, clocks));
        tellTime();
        gateway.watermark(id, 0);
    }

    /** The database says what time it is. */
    void tellTime() {
        clocks.of("west").answered(clocks.moment(), time.instant());
    }

    /** Returns the reads of a gateway that tries again after an hour only. */
    static ReadsUnderTest pausingLong() {
        return new ReadsUnderTest(STALE_IF_ERROR, Duration.ofHours(1));
    }

    CompletableFuture<EdgeAnswer> read() {
        return read(0);
    }

    CompletableFuture<EdgeAnswer> read(long least) {
        return reads.read(id.value(), new MenuVersion(least)).toFuture();
    }

    /** Returns what a reader is answered at once, in the words of {@link #text}. */
    String answer() {
        return text(read());
    }

    /** Returns such as {@code 7 as of 17.0: carte-edge; hit; stale; ttl=-3, age 3}. */
    static String text(CompletableFuture<EdgeAnswer> answer) {
        return switch (answer.getNow(null)) {
            case null -> "nothing yet";
            case EdgeAnswer.Other other -> "status " + other.answer().status();
            case EdgeAnswer.Menu menu -> menu.menu().version() + " as of "
                    + Duration.between(at(0), menu.asOf()).toMillis() / 1_000.0 + ": "
                    + menu.cacheStatus() + age(menu.staleFor());
        };
    }

    private static String age(@Nullable Duration staleFor) {
        return staleFor == null ? "" : ", age " + staleFor.toSeconds();
    }

    /** Returns how many were given a menu within the bound from a tier. */
    long fresh(Tier tier) {
        return count(tier, ReadOutcome.FRESH);
    }

    /** Returns how many readers were given this. */
    long count(Tier tier, ReadOutcome outcome) {
        return meters.get("carte.edge.answers").tag("tier", tier.text())
                .tag("outcome", outcome.text()).timer().count();
    }
}
