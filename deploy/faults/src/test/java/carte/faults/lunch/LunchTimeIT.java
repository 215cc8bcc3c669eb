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
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What people notice at lunch time. {@code -Dcarte.lunch=all} tries everything and writes
 * LUNCH_TIME.md; part of a name tries just that.
 */
@EnabledIfSystemProperty(named = "carte.lunch", matches = ".+")
class LunchTimeIT {

    private static final String WANTED = System.getProperty("carte.lunch", "");
    private static final String ALL = "all";
    private static final String BURST = "burst";

    private final List<Wire> gatewaysToMenus = new CopyOnWriteArrayList<>();

    @Test
    void nobodyIsLetDown() throws IOException, InterruptedException {
        List<LunchTime.Result> results = new ArrayList<>();
        Burst burst = null;
        try (LocalSuite suite = suite(); LunchTime lunch = new LunchTime(suite)) {
            lunch.warmUp();
            for (Trouble trouble : Trouble.all(this::slow)) {
                if (isWanted(trouble)) {
                    LunchTime.Result result = lunch.through(trouble);
                    System.out.print(LunchReport.row(result));
                    results.add(result);
                }
            }
            if (WANTED.equals(ALL) || WANTED.equals(BURST)) {
                burst = lunch.burst();
                System.out.print(LunchReport.paragraph(burst));
            }
        } finally {
            gatewaysToMenus.forEach(Wire::close);
        }
        if (WANTED.equals(ALL) && burst != null) {
            Files.writeString(Path.of("LUNCH_TIME.md"), LunchReport.of(results, burst));
        }
        assertThat(results).allSatisfy(result -> assertThat(result.faults())
                .as(result.trouble().name()).isEmpty());
        assertThat(burst == null ? List.of() : burst.faults()).isEmpty();
        assertThat(results.size() + (burst == null ? 0 : 1)).isPositive();
    }

    private void slow(Duration delay) {
        gatewaysToMenus.forEach(wire -> wire.slow(delay));
    }

    private int through(int port) {
        Wire wire = Wire.open();
        gatewaysToMenus.add(wire);
        return wire.leadTo(port);
    }

    /** In every build there is just what is restarted there, which starts sooner. */
    private LocalSuite suite() {
        var builder = LocalSuite.builder()
                .data(Path.of("target", "lunch").toAbsolutePath())
                .fresh(true)
                .jaeger(false)
                .pace(Pace.LIGHT)
                .readyTimeout(Duration.ofMinutes(4))
                .instances(Service.MENU, 2)
                .gatewayToMenu(this::through);
        return WANTED.isEmpty()
                ? builder.start()
                : builder.instances(Service.ORDER, 2).instances(Service.INVALIDATOR, 2)
                        .instances(Service.GATEWAY, 2).start();
    }

    private static boolean isWanted(Trouble trouble) {
        return WANTED.isEmpty()
                ? trouble.inEveryBuild()
                : WANTED.equals(ALL) || trouble.name().contains(WANTED);
    }
}
