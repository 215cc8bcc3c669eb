package carte.embedded;

import java.nio.file.Path;

/** A broker as a program: {@code KafkaMain <data directory> <port> <controller port>}. */
public final class KafkaMain {

    private KafkaMain() {}

    /** Runs until the process is asked to end. */
    public static void main(String[] arguments) {
        if (arguments.length != 3) {
            throw new IllegalArgumentException(
                    "usage: KafkaMain <data directory> <port> <controller port>");
        }
        run(Path.of(arguments[0]), port(arguments[1]), port(arguments[2]));
    }

    private static int port(String argument) {
        return Ports.requireValid(Integer.parseInt(argument));
    }

    private static void run(Path root, int port, int controllerPort) {
        KafkaPidFile pidFile = KafkaPidFile.in(root);
        pidFile.writeStarting();
        KafkaBroker broker = startOrExit(root, port, controllerPort);
        OpenServers.opened(() -> {
            broker.close();
            pidFile.delete();
        });
        pidFile.writeReady();
        broker.awaitEnd();
    }

    /** Threads of a broker that is half started would keep the process alive. */
    private static KafkaBroker startOrExit(Path root, int port, int controllerPort) {
        try {
            return KafkaBroker.start(root, port, controllerPort);
        } catch (RuntimeException failure) {
            failure.printStackTrace();
            System.exit(1);
            throw failure;
        }
    }
}
