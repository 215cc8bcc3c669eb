package carte.local.suite;

import carte.local.data.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * A service's runnable jar, unpacked into a jar and its libraries, which starts sooner.
 */
record PreparedJar(Path jar) {

    private static final String HEAP = "128m";
    private static final int SECONDS_TO_UNPACK = 60;
    private static final int BUILDS_KEPT = 2;

    /** Returns the prepared form of {@code source}, made now unless it is there and as new. */
    static synchronized PreparedJar of(Path source, Path directory) {
        try {
            Files.createDirectories(directory);
            try (FileChannel channel = FileChannel.open(directory.resolve("lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                return lock.isValid() ? prepare(source, directory) : refuse(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PreparedJar refuse(Path directory) throws IOException {
        throw new IOException("cannot lock " + directory);
    }

    private static PreparedJar prepare(Path source, Path directory) throws IOException {
        // A directory of its own for each build: a running service keeps the one it started from.
        String build = fingerprint(source);
        Path unpacked = directory.resolve(build);
        if (!Files.isDirectory(unpacked)) {
            Path unfinished = directory.resolve(build + ".unfinished-"
                    + ProcessHandle.current().pid());
            unpack(source, unfinished);
            Files.move(unfinished, unpacked);
            deleteOldBuilds(directory);
        }
        return new PreparedJar(unpacked.resolve(source.getFileName()));
    }

    /** Keeps the newest, and the one before, from which a suite may be running. */
    private static void deleteOldBuilds(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            children.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(PreparedJar::madeAt).reversed())
                    .skip(BUILDS_KEPT)
                    .forEach(FileTree::delete);
        }
    }

    private static Instant madeAt(Path directory) {
        try {
            return Files.getLastModifiedTime(directory).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The time does not tell: a reproducible build gives every jar the same one. */
    private static String fingerprint(Path source) throws IOException {
        var checksum = new CRC32();
        try (var zip = new ZipFile(source.toFile())) {
            zip.stream().forEach(entry -> checksum.update(
                    (entry.getName() + " " + entry.getCrc()).getBytes(StandardCharsets.UTF_8)));
        }
        return Files.size(source) + "-" + Long.toHexString(checksum.getValue());
    }

    private static void unpack(Path source, Path target) throws IOException {
        List<String> command = new ArrayList<>(JavaRuntime.command(HEAP));
        command.addAll(List.of("-Djarmode=tools", "-jar", source.toString(), "extract",
                "--force", "--destination", target.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(SECONDS_TO_UNPACK, TimeUnit.SECONDS)
                    || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new StartRefused(source + " cannot be unpacked.");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StartRefused("Interrupted while unpacking " + source + ".", e);
        }
    }
}
