package carte.local;

import carte.local.console.Progress;
import carte.local.demo.DemoRestaurants;
import carte.local.suite.Addresses;
import carte.local.suite.Issuer;
import carte.local.suite.LocalSuite;
import carte.local.suite.Service;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** What is said when everything runs: where it is, and three things to try. */
final class Welcome {

    private final LocalSuite suite;

    Welcome(LocalSuite suite) {
        this.suite = suite;
    }

    void print(Progress progress, Duration startTime) {
        progress.say("\nCarte runs, after %.1f s.\n".formatted(startTime.toMillis() / 1_000.0));
        printAddresses(progress);
        printCommands(progress);
        progress.say("\nCtrl-C stops everything. The data stay in " + suite.data().root() + ".");
    }

    private void printAddresses(Progress progress) {
        Addresses at = suite.addresses();
        row(progress, "gateway", suite.gateway() + "  in a browser: the customers' pages");
        row(progress, "console", suite.gateway().resolve("/admin")
                + "  for restaurants; operators: /admin/operations");
        row(progress, "trace viewer", at.traces());
        row(progress, "issuer of tokens", at.issuer() + "  user operator, or a restaurant's id;"
                + " password " + Issuer.SECRET);
        for (Service service : Service.values()) {
            if (service != Service.GATEWAY) {
                row(progress, service.moduleName(), suite.service(service).address());
            }
        }
        row(progress, "PostgreSQL", at.postgres() + "  user " + at.username());
        row(progress, "Redis", at.redisHost() + ":" + at.redisPort());
        row(progress, "Kafka", at.kafka());
        row(progress, "logs", suite.data().resolve("logs"));
    }

    private void printCommands(Progress progress) {
        URI restaurant = suite.gateway().resolve("/api/v1/restaurants/" + DemoRestaurants.MAMA_PUT);
        progress.say("""

                Read a menu:

                  curl -i %1$s/menu

                Change a price:

                  token=$(%3$s %4$s)
                  curl -i -X PATCH -H "Authorization: Bearer $token" \\
                    -H 'Content-Type: application/json' \\
                    -d '{"price": {"amount": 260000, "currency": "NGN"}}' \\
                    %1$s/menu/items/jollof

                See how the change travelled (%5$sthe newest change is on top):

                  %2$s""".formatted(restaurant, suite.traceViewer().traces("gateway", "PATCH"),
                tokenCommand(), DemoRestaurants.MAMA_PUT, suite.traceViewer().beforeListing()));
    }

    /** Written so that it can be copied, wherever the data are. */
    private String tokenCommand() {
        Path home = RunCommand.home();
        String script = "deploy/local/token";
        String command = home.equals(Path.of("").toAbsolutePath())
                ? script
                : home.resolve(script).toString();
        Path data = suite.data().root();
        return data.equals(home.resolve(".carte")) ? command : command + " --data " + data;
    }

    private static void row(Progress progress, String name, Object address) {
        progress.say("  %-18s %s".formatted(name, address));
    }
}
