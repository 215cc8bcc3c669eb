package carte.faults;

import carte.local.suite.LocalSuite;
import carte.local.suite.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One thing that goes wrong.
 *
 * @param duration from its beginning to its end
 * @param inEveryBuild whether it is among those that are tried in every build
 */
record Fault(
        String name,
        Duration duration,
        boolean inEveryBuild,
        Consumer<LocalSuite> begin,
        Consumer<LocalSuite> end) {

    /**
     * Returns all of them.
     *
     * @param gatewayToKafka the way that gateways go, and nobody else
     * @param redis what the last three are done with
     */
    static List<Fault> all(Wire gatewayToKafka, RedisFaults redis) {
        List<Fault> faults = new ArrayList<>();
        faults.add(new Fault("none", seconds(5), false, Fault::nothing, Fault::nothing));
        for (Service service : Service.values()) {
            String name = service.moduleName();
            faults.add(new Fault(name + " killed (SIGKILL), started again", seconds(3), false,
                    suite -> suite.service(service).kill(),
                    suite -> suite.service(service).restart()));
            boolean invalidator = service == Service.INVALIDATOR;
            faults.add(new Fault(name + " frozen (SIGSTOP)", seconds(invalidator ? 30 : 10),
                    false,
                    suite -> suite.service(service).freeze(),
                    suite -> suite.service(service).resume()));
        }
        faults.add(new Fault("cache-invalidator frozen, shortly", seconds(6), false,
                suite -> suite.service(Service.INVALIDATOR).freeze(),
                suite -> suite.service(Service.INVALIDATOR).resume()));
        faults.add(new Fault("Kafka stopped", seconds(15), true,
                suite -> suite.kafka().stop(), suite -> suite.kafka().start()));
        faults.add(new Fault("gateway cut off from Kafka, connections reset", seconds(15), false,
                _ -> cut(gatewayToKafka, Wire::cut), _ -> gatewayToKafka.mend()));
        faults.add(new Fault("gateway cut off from Kafka, nothing comes", seconds(15), false,
                _ -> cut(gatewayToKafka, Wire::silence), _ -> gatewayToKafka.mend()));
        faults.add(new Fault("PostgreSQL stopped", seconds(15), false,
                suite -> suite.postgres().stop(), suite -> suite.postgres().start()));
        faults.add(new Fault("Redis stopped", seconds(15), false,
                suite -> suite.redis().stop(), suite -> suite.redis().start()));
        faults.add(new Fault("Redis wiped (FLUSHALL)", seconds(1), false,
                _ -> redis.wipe(), Fault::nothing));
        faults.add(new Fault("Redis set back by 5 s to an older snapshot", seconds(5), false,
                _ -> redis.takeSnapshot(), _ -> redis.goBack()));
        faults.add(new Fault("Redis full (maxmemory, noeviction)", seconds(10), false,
                _ -> redis.fill(), _ -> redis.makeRoom()));
        return faults;
    }

    private static void cut(Wire wire, Consumer<Wire> how) {
        if (!wire.isUsed()) {
            throw new IllegalStateException("nobody would notice: nothing is connected");
        }
        how.accept(wire);
    }

    private static void nothing(LocalSuite suite) {
        // The fault is over as it begins, or there is none.
    }

    private static Duration seconds(int count) {
        return Duration.ofSeconds(count);
    }
}
