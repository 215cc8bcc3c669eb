package carte.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A server whose owner, another JVM, was killed with SIGKILL while it ran. */
record AbandonedServer(long pid) {

    /** As the data directory: a temporary one. */
    static final String TEMPORARY = "temporary";

    static AbandonedServer over(Class<?> kind, String dataDirectory) throws IOException {
        Process owner = startOwner(kind, dataDirectory);
        long server = pidTold(owner);
        Processes.kill(owner.pid());
        return new AbandonedServer(server);
    }

    /** Not abandoned after all: the owner was asked to end, and could close its server. */
    static AbandonedServer ofOwnerThatEnded(Class<?> kind)
            throws IOException, InterruptedException {
        Process owner = startOwner(kind, TEMPORARY);
        long server = pidTold(owner);
        owner.destroy();
        owner.waitFor();
        return new AbandonedServer(server);
    }

    private static Process startOwner(Class<?> kind, String dataDirectory) throws IOException {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), AbandonedServer.class.getName(),
                kind.getSimpleName(), dataDirectory)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static long pidTold(Process owner) {
        return owner.inputReader().lines().filter(line -> line.startsWith("pid ")).findFirst()
                .map(line -> Long.valueOf(line.substring("pid ".length()))).orElseThrow();
    }

    /** The owner: starts the server, says its process id and waits to be killed. */
    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("pid " + start(arguments[0], arguments[1]));
        new CountDownLatch(1).await();
    }

    private static long start(String kind, String directory) {
        boolean temporary = directory.equals(TEMPORARY);
        Path data = Path.of(directory);
        return switch (kind) {
            case "EmbeddedPostgres" -> {
                EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
                yield (temporary ? builder : builder.dataDirectory(data)).start().pid();
            }
            case "EmbeddedRedis" -> {
                EmbeddedRedis.Builder builder = EmbeddedRedis.builder();
                yield (temporary ? builder : builder.dataDirectory(data)).start().pid();
            }
            case "KafkaProcess" -> {
                KafkaProcess.Builder builder = KafkaProcess.builder();
                yield (temporary ? builder : builder.dataDirectory(data)).start().pid();
            }
            default -> throw new IllegalArgumentException(kind);
        };
    }
}
