package carte.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What a broker's JVM tells its owner: its process id, then {@code ready} on a second line. */
final class KafkaPidFile {

    private final Path file;

    private KafkaPidFile(Path file) {
        this.file = file;
    }

    static KafkaPidFile in(Path root) {
        return new KafkaPidFile(root.resolve("kafka.pid"));
    }

    Path path() {
        return file;
    }

    void writeStarting() {
        write(content());
    }

    void writeReady() {
        write(content() + "ready\n");
    }

    boolean saysReady(long pid) {
        try {
            return Files.exists(file) && Files.readString(file).equals(pid + "\nready\n");
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot delete " + file, failure);
        }
    }

    private static String content() {
        return ProcessHandle.current().pid() + "\n";
    }

    private void write(String content) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Files.writeString(unfinished, content);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }
}
