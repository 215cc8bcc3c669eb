package carte.embedded;

import java.nio.file.Path;
import java.util.List;

/** A broker as a program: {@code KafkaMain <data directory>} and {@link KafkaPorts#USAGE}. */
public final class KafkaMain {

    private KafkaMain() {}

    /** Runs until the process is asked to end. */
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            throw new IllegalArgumentException(
                    "usage: KafkaMain <data directory> " + KafkaPorts.USAGE);
        }
        List<String> ports = List.of(arguments).subList(1, arguments.length);
        run(Path.of(arguments[0]), KafkaPorts.parse(ports));
    }

    private static void run(Path root, KafkaPorts ports) {
        KafkaPidFile pidFile = KafkaPidFile.in(root);
        pidFile.writeStarting();
        KafkaBroker broker = startOrExit(root, ports);
        OpenServers.opened(() -> {
            broker.close();
            pidFile.delete();
        });
        pidFile.writeReady();
        broker.awaitEnd();
    }

    /** Threads of a broker that is half started would keep the process alive. */
    private static KafkaBroker startOrExit(Path root, KafkaPorts ports) {
        try {
            return KafkaBroker.start(root, ports);
        } catch (RuntimeException failure) {
            failure.printStackTrace();
            System.exit(1);
            throw failure;
        }
    }
}
