package carte.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A service's runnable jar, unpacked into a jar and its libraries, which starts sooner and can be
 * archived by the JVM.
 */
record PreparedJar(Path jar, Path classArchive) {

    private static final int SECONDS_TO_UNPACK = 60;

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
        String build = Files.getLastModifiedTime(source).toMillis() + "-" + Files.size(source);
        Path unpacked = directory.resolve(build);
        if (!Files.isDirectory(unpacked)) {
            Path unfinished = directory.resolve(build + ".unfinished-"
                    + ProcessHandle.current().pid());
            unpack(source, unfinished);
            Files.move(unfinished, unpacked);
        }
        return new PreparedJar(unpacked.resolve(source.getFileName()),
                unpacked.resolve("classes.jsa"));
    }

    private static void unpack(Path source, Path target) throws IOException {
        Process process = new ProcessBuilder(List.of(JavaRuntime.executable().toString(),
                "-Djarmode=tools", "-jar", source.toString(), "extract", "--force",
                "--destination", target.toString()))
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
