package carte.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A server whose owner, another JVM, was killed with SIGKILL while it ran. */
record AbandonedServer(long pid) {

    /** As the data directory: a temporary one. */
    static final String TEMPORARY = "temporary";

    static AbandonedServer over(Class<?> kind, String dataDirectory) throws IOException {
        Process owner = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), AbandonedServer.class.getName(),
                kind.getSimpleName(), dataDirectory)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader output = owner.inputReader()) {
            long pid = output.lines().filter(line -> line.startsWith("pid ")).findFirst()
                    .map(line -> Long.valueOf(line.substring("pid ".length()))).orElseThrow();
            Processes.kill(owner.pid());
            return new AbandonedServer(pid);
        }
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
