package carte.faults.lunch;

import static org.assertj.core.api.Assertions.assertThat;

import carte.faults.Wire;
import carte.local.suite.LocalSuite;
import carte.local.suite.Pace;
import carte.local.suite.Service;
import carte.local.suite.SuiteBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What people notice at lunch time, written into LUNCH_TIME.md. {@code -Dcarte.lunch=all} tries
 * everything, part of a name just that.
 */
@EnabledIfSystemProperty(named = "carte.lunch", matches = ".+")
class LunchTimeIT {

    private static final String WANTED = System.getProperty("carte.lunch", "");
    private static final Path PAGE = Path.of("LUNCH_TIME.md");
    private static final String ALL = "all";
    private static final String BURST = "burst";
    /** As many as the processors of a small machine; each list is some 10 KB. */
    private static final int LANES = 2;
    private static final int BYTES_PER_SECOND = 128 * 1024;

    private final List<Wire> gatewaysToMenus = new CopyOnWriteArrayList<>();

    @Test
    void nobodyIsLetDown() throws IOException, InterruptedException {
        List<LunchTime.Result> results = new ArrayList<>();
        for (Trouble trouble : Trouble.all(this::slow)) {
            if (WANTED.equals(ALL) || trouble.name().contains(WANTED)) {
                LunchTime.Result result = with(suite(trouble.twice(), false), lunch -> {
                    lunch.warmUp();
                    return lunch.through(trouble);
                });
                System.out.print(LunchReport.row(result));
                results.add(result);
            }
        }
        List<Burst> bursts = WANTED.equals(ALL) || WANTED.equals(BURST)
                ? with(suite(Optional.empty(), true), lunch -> lunch.bursts(this::narrow))
                : List.of();
        bursts.stream().map(LunchReport::row).forEach(System.out::print);
        Files.writeString(PAGE, LunchReport.of(
                Files.exists(PAGE) ? Files.readString(PAGE) : "", results, bursts));
        results.forEach(result -> assertThat(result.faults())
                .as(result.trouble().name()).isEmpty());
        bursts.forEach(burst -> assertThat(burst.faults()).as(burst.limit()).isEmpty());
        assertThat(results.size() + bursts.size()).isPositive();
    }

    private interface Part<T> {
        T of(LunchTime lunch) throws IOException, InterruptedException;
    }

    /** Has a part of lunch time with no more processes than it needs: they share one machine. */
    private <T> T with(SuiteBuilder builder, Part<T> part)
            throws IOException, InterruptedException {
        try (LocalSuite suite = builder.start(); LunchTime lunch = new LunchTime(suite)) {
            return part.of(lunch);
        } finally {
            gatewaysToMenus.forEach(Wire::close);
            gatewaysToMenus.clear();
        }
    }

    private void slow(Duration delay) {
        gatewaysToMenus.forEach(wire -> wire.slow(delay));
    }

    private void narrow() {
        gatewaysToMenus.forEach(wire -> wire.narrow(LANES, BYTES_PER_SECOND));
    }

    private int through(int port) {
        Wire wire = Wire.open();
        gatewaysToMenus.add(wire);
        return wire.leadTo(port);
    }

    private SuiteBuilder suite(Optional<Service> twice, boolean gatewayFirst) {
        SuiteBuilder builder = LocalSuite.builder()
                .data(Path.of("target", "lunch").toAbsolutePath())
                .fresh(true)
                .jaeger(false)
                .pace(Pace.LIGHT)
                .gatewayFirst(gatewayFirst)
                .readyTimeout(Duration.ofMinutes(4))
                .gatewayToMenu(this::through);
        twice.ifPresent(service -> builder.instances(service, 2));
        return builder;
    }
}
