package carte.faults;

import static org.assertj.core.api.Assertions.assertThat;

import carte.local.suite.LocalSuite;
import carte.local.suite.SuiteBuilder;
import carte.local.suite.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What holds whatever fails. {@code -Dcarte.faults=all} tries everything and writes RESULTS.md;
 * part of a name tries just that.
 */
class FaultsIT {

    private static final String WANTED = System.getProperty("carte.faults", "");
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(10);

    @Test
    void readersAreNeverShownAMenuThatIsOlderThanTheBound() throws IOException {
        List<FaultRun.Result> results = new ArrayList<>();
        try (Wire gatewayToKafka = Wire.open();
                LocalSuite suite = suite("suite").gatewayToKafka(gatewayToKafka::leadTo).start();
                RedisFaults redis = new RedisFaults(
                        suite.addresses().redisHost(), suite.addresses().redisPort())) {
            for (Fault fault : Fault.all(gatewayToKafka, redis)) {
                if (isWanted(fault)) {
                    FaultRun.Result result = FaultRun.of(suite, fault);
                    System.out.print(Report.row(result));
                    result.verdict().violations().forEach(System.out::println);
                    results.add(result);
                }
            }
        }
        if (WANTED.equals("all")) {
            Files.writeString(Path.of("RESULTS.md"), Report.of(results));
        }
        assertThat(results).isNotEmpty().allSatisfy(result -> {
            assertThat(result.verdict().violations()).as(result.fault().name()).isEmpty();
            assertThat(result.verdict().recovery()).as("recovery from " + result.fault().name())
                    .hasValueSatisfying(recovery -> assertThat(recovery)
                            .isLessThan(LONGEST_RECOVERY));
            assertThat(result.history().writes()).isNotEmpty();
        });
    }

    @Test
    void theJudgeFindsACacheThatTrustsItsEntriesForAnHour() {
        try (LocalSuite suite = suite("broken")
                .property(Service.GATEWAY, "carte.freshness.bound", "1h")
                .property(Service.GATEWAY, "carte.freshness.stale-if-error", "2h")
                .property(Service.MENU, "carte.freshness.bound", "1h")
                .property(Service.MENU, "carte.freshness.stale-if-error", "0s")
                .start()) {
            FaultRun.Result result = FaultRun.of(suite, new Fault("Kafka stopped",
                    Duration.ofSeconds(8), false, each -> each.kafka().stop(),
                    each -> each.kafka().start()));

            assertThat(result.verdict().violations()).isNotEmpty()
                    .first().asString().contains("outdated for");
        }
    }

    private static boolean isWanted(Fault fault) {
        return WANTED.isEmpty()
                ? fault.inEveryBuild()
                : WANTED.equals("all") || fault.name().contains(WANTED);
    }

    private static SuiteBuilder suite(String directory) {
        return LocalSuite.builder()
                .data(Path.of("target", directory).toAbsolutePath())
                .fresh(true)
                .jaeger(false)
                // Up sooner without it in a build; with it, as in use, where asked for by name.
                .traced(WANTED.isEmpty() ? Set.of() : Set.of(Service.values()))
                .generated(Workload.RESTAURANTS);
    }
}
