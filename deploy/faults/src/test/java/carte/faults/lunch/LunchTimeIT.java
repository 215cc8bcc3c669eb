package carte.faults.lunch;

import static org.assertj.core.api.Assertions.assertThat;

import carte.faults.Wire;
import carte.local.suite.LocalSuite;
import carte.local.suite.Pace;
import carte.local.suite.Service;
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

    private final List<Wire> gatewaysToMenus = new CopyOnWriteArrayList<>();

    @Test
    void nobodyIsLetDown() throws IOException, InterruptedException {
        List<LunchTime.Result> results = new ArrayList<>();
        for (Trouble trouble : Trouble.all(this::slow)) {
            if (WANTED.equals(ALL) || trouble.name().contains(WANTED)) {
                LunchTime.Result result = with(trouble.twice(), lunch -> lunch.through(trouble));
                System.out.print(LunchReport.row(result));
                results.add(result);
            }
        }
        Optional<Burst> burst = WANTED.equals(ALL) || WANTED.equals(BURST)
                ? Optional.of(with(Optional.empty(), LunchTime::burst))
                : Optional.empty();
        burst.map(LunchReport::paragraph).ifPresent(System.out::print);
        Files.writeString(PAGE, LunchReport.of(
                Files.exists(PAGE) ? Files.readString(PAGE) : "", results, burst));
        results.forEach(result -> assertThat(result.faults())
                .as(result.trouble().name()).isEmpty());
        assertThat(burst.map(Burst::faults).orElse(List.of())).isEmpty();
        assertThat(results.size() + burst.stream().count()).isPositive();
    }

    private interface Part<T> {
        T of(LunchTime lunch) throws IOException, InterruptedException;
    }

    /** Has a part of lunch time with no more processes than it needs: they share one machine. */
    private <T> T with(Optional<Service> twice, Part<T> part)
            throws IOException, InterruptedException {
        try (LocalSuite suite = suite(twice); LunchTime lunch = new LunchTime(suite)) {
            lunch.warmUp();
            return part.of(lunch);
        } finally {
            gatewaysToMenus.forEach(Wire::close);
            gatewaysToMenus.clear();
        }
    }

    private void slow(Duration delay) {
        gatewaysToMenus.forEach(wire -> wire.slow(delay));
    }

    private int through(int port) {
        Wire wire = Wire.open();
        gatewaysToMenus.add(wire);
        return wire.leadTo(port);
    }

    private LocalSuite suite(Optional<Service> twice) {
        var builder = LocalSuite.builder()
                .data(Path.of("target", "lunch").toAbsolutePath())
                .fresh(true)
                .jaeger(false)
                .pace(Pace.LIGHT)
                .readyTimeout(Duration.ofMinutes(4))
                .gatewayToMenu(this::through);
        twice.ifPresent(service -> builder.instances(service, 2));
        return builder.start();
    }
}
