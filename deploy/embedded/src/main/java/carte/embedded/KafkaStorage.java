package carte.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The log directory of a broker, formatted once, which gives the cluster its lasting id. */
final class KafkaStorage {

    private KafkaStorage() {}

    /** Returns the formatted directory; it appears whole or not at all, wherever this is killed. */
    static Path formatted(Path root, KafkaPorts ports) {
        Path data = root.resolve("data");
        if (Files.isDirectory(data)) {
            return data;
        }
        Path unfinished = root.resolve("data.unfinished");
        Directories.delete(unfinished);
        Path settings = root.resolve("format.properties");
        try {
            Files.createDirectories(unfinished);
            write(settings, unfinished, ports);
            format(settings);
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(settings);
            return data;
        } catch (IOException failure) {
            throw new UncheckedIOException(data + " cannot be formatted", failure);
        }
    }

    private static void write(Path settings, Path data, KafkaPorts ports)
            throws IOException {
        String lines = KafkaSettings.of(data, ports).entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n"));
        Files.writeString(settings, lines);
    }

    private static void format(Path settings) {
        String[] arguments = {"format", "--config", settings.toString(), "--cluster-id",
                Uuid.randomUuid().toString()};
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int exitCode = StorageTool
                .execute(arguments, new PrintStream(output, true, StandardCharsets.UTF_8));
        if (exitCode != 0) {
            throw new StartFailed(
                    "Kafka's storage was not formatted: "
                            + output.toString(StandardCharsets.UTF_8));
        }
    }
}
