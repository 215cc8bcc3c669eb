package carte.local.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory of one suite. A marker file tells it from directories that are not ours, and a lock
 * keeps a second launcher out while the first one lives.
 */
public final class DataDirectory implements AutoCloseable {

    private static final String MARKER = ".carte-data";
    private static final String LOCK = "launcher.lock";
    private static final String OWNER = "launcher.pid";

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Opens a directory and makes it where there is none; throws {@link DataRefused}. */
    public static DataDirectory open(Path path) {
        Path root = path.toAbsolutePath().normalize();
        try {
            requireOurs(root);
            Files.createDirectories(root.resolve("logs"));
            writeMarker(root);
            FileChannel lock = lock(root);
            Files.writeString(root.resolve(OWNER), Long.toString(ProcessHandle.current().pid()));
            return new DataDirectory(root, lock);
        } catch (IOException e) {
            throw new DataRefused("The data directory " + root + " cannot be used: "
                    + e.getClass().getSimpleName() + " " + e.getMessage(), e);
        }
    }

    private static void requireOurs(Path root) throws IOException {
        if (!Files.exists(root) || Files.exists(root.resolve(MARKER))) {
            return;
        }
        if (!Files.isDirectory(root)) {
            throw new DataRefused(root + " is not a directory. Choose another with --data DIR.");
        }
        try (Stream<Path> children = Files.list(root)) {
            if (children.findAny().isPresent()) {
                throw new DataRefused(root + " holds files that are not Carte's; nothing was"
                        + " touched. Choose an empty or a new directory with --data DIR.");
            }
        }
    }

    private static void writeMarker(Path root) throws IOException {
        Path marker = root.resolve(MARKER);
        if (!Files.exists(marker)) {
            Files.writeString(marker,
                    "Data of a local Carte; may be deleted when it is stopped.\n");
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel = FileChannel.open(root.resolve(LOCK),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new DataRefused("Carte is already running on " + root + owner(root)
                    + ". Stop it there with Ctrl-C, or choose another directory with --data DIR"
                    + " and other ports with --port, --trace-port and --issuer-port.");
        }
        return channel;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ownedByThisJvm) {
            return false;
        }
    }

    private static String owner(Path root) throws IOException {
        Path owner = root.resolve(OWNER);
        return Files.exists(owner) ? " (process " + Files.readString(owner).strip() + ")" : "";
    }

    /** Returns the directory, absolute. */
    public Path root() {
        return root;
    }

    /** Returns a file or directory within. */
    public Path resolve(String name) {
        return root.resolve(name);
    }

    /** Returns where a process with this name logs. */
    public Path log(String process) {
        return root.resolve("logs").resolve(process + ".log");
    }

    /** Deletes all that earlier runs have left; the directory stays ours. */
    public void forget() {
        List<String> kept = List.of(MARKER, LOCK, OWNER);
        try (Stream<Path> children = Files.list(root)) {
            for (Path child : children.toList()) {
                if (!kept.contains(String.valueOf(child.getFileName()))) {
                    FileTree.delete(child);
                }
            }
            Files.createDirectories(root.resolve("logs"));
        } catch (IOException | UncheckedIOException e) {
            throw new DataRefused("The data in " + root + " cannot be deleted: "
                    + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(root.resolve(OWNER));
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The directory cannot be used; the message says why and what to do, for people. */
    public static final class DataRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DataRefused(String message) {
            this(message, null);
        }

        DataRefused(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
