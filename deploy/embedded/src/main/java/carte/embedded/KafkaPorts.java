package carte.embedded;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where a broker, its controller and, if there is one, the exit of a detour listen. */
record KafkaPorts(int broker, int controller, @Nullable KafkaDetour detour) {

    static final String USAGE = "<port> <controller port> [<detour's entrance> <its exit>]";

    /** Takes the broker's port that is asked for, or a free one where that is 0. */
    static KafkaPorts choose(int asked, @Nullable KafkaDetour detour) {
        if (detour != null) {
            Ports.requireFree(detour.exit(), KafkaProcess.NAME);
        }
        return new KafkaPorts(Ports.choose(asked, KafkaProcess.NAME),
                Ports.choose(0, KafkaProcess.NAME), detour);
    }

    /** Reads what {@link #arguments} has written. */
    static KafkaPorts parse(List<String> arguments) {
        if (arguments.size() != 2 && arguments.size() != 4) {
            throw new IllegalArgumentException("not " + USAGE + ": " + arguments);
        }
        List<Integer> ports = arguments.stream().map(Integer::valueOf).map(Ports::requireValid)
                .toList();
        return new KafkaPorts(ports.get(0), ports.get(1),
                ports.size() == 2 ? null : new KafkaDetour(ports.get(2), ports.get(3)));
    }

    /** Returns them as arguments of a program. */
    List<String> arguments() {
        IntStream ports = detour == null
                ? IntStream.of(broker, controller)
                : IntStream.of(broker, controller, detour.entrance(), detour.exit());
        return ports.mapToObj(Integer::toString).toList();
    }

    /** Returns the settings that say so to the broker, a line for each. */
    String settings() {
        String exit = detour == null ? "" : ",DETOUR://127.0.0.1:" + detour.exit();
        String entrance = detour == null ? "" : ",DETOUR://127.0.0.1:" + detour.entrance();
        return """
                listeners=BROKER://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d%3$s
                advertised.listeners=BROKER://127.0.0.1:%1$d%4$s
                controller.quorum.voters=1@127.0.0.1:%2$d
                """.formatted(broker, controller, exit, entrance);
    }
}
