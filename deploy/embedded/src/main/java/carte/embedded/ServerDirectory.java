package carte.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory of one server, owned by one JVM at a time: a lock that ends with the JVM tells a
 * living owner from one that was killed.
 */
final class ServerDirectory implements AutoCloseable {

    private static final String LOCK_FILE = "owner.lock";

    /**
     * Asked before a lock file is opened: closing any channel of a file would give up every lock
     * that this process holds on it.
     */
    private static final Set<Path> LOCKED_HERE = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final boolean kept;
    private final FileChannel lock;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ServerDirectory(Path root, boolean kept, FileChannel lock) {
        this.root = root;
        this.kept = kept;
        this.lock = lock;
    }

    /**
     * Opens the given directory, or a temporary one where there is none.
     *
     * @param stopOrphan stops the server that a killed owner left behind in a directory
     */
    static ServerDirectory open(@Nullable Path given, String server, Consumer<Path> stopOrphan) {
        try {
            ServerDirectory directory = given == null
                    ? openTemporary(server, stopOrphan)
                    : openKept(given);
            return withoutOrphan(directory, stopOrphan);
        } catch (IOException failure) {
            throw new UncheckedIOException("no directory for " + server, failure);
        }
    }

    private static ServerDirectory withoutOrphan(
            ServerDirectory directory, Consumer<Path> stopOrphan) {
        try {
            stopOrphan.accept(directory.root);
            return directory;
        } catch (RuntimeException failure) {
            directory.close();
            throw failure;
        }
    }

    private static ServerDirectory openKept(Path given) throws IOException {
        Files.createDirectories(given);
        Path root = given.toRealPath();
        FileChannel lock = tryLock(root);
        if (lock == null) {
            throw new IllegalStateException(root + " is in use by " + ownerOf(root));
        }
        return new ServerDirectory(root, true, lock);
    }

    private static String ownerOf(Path root) throws IOException {
        return LOCKED_HERE.contains(root)
                ? "this process"
                : "process " + Files.readString(root.resolve(LOCK_FILE)).strip();
    }

    /** One at a time over all JVMs, lest a directory be swept before it is locked. */
    private static synchronized ServerDirectory openTemporary(
            String server, Consumer<Path> stopOrphan) throws IOException {
        Path parent = Directories.temporary();
        try (FileChannel sweeping = channel(parent.resolve("sweep.lock"));
                FileLock swept = sweeping.lock()) {
            for (Path directory : temporaryDirectories(parent, server)) {
                sweep(directory, stopOrphan);
            }
            Path root = Files.createTempDirectory(parent, server + "-");
            FileChannel lock = tryLock(root);
            if (lock == null || !swept.isValid()) {
                throw new IOException(root + " cannot be locked");
            }
            return new ServerDirectory(root, false, lock);
        }
    }

    private static List<Path> temporaryDirectories(Path parent, String server) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory)
                    .filter(child -> child.getFileName().toString().startsWith(server + "-"))
                    .toList();
        }
    }

    /** Clears away what an owner that was killed has left. */
    private static void sweep(Path root, Consumer<Path> stopOrphan) throws IOException {
        FileChannel lock = tryLock(root);
        if (lock != null) {
            withoutOrphan(new ServerDirectory(root, false, lock), stopOrphan).close();
        }
    }

    private static @Nullable FileChannel tryLock(Path root) throws IOException {
        if (!LOCKED_HERE.add(root)) {
            return null;
        }
        FileChannel channel = channel(root.resolve(LOCK_FILE));
        if (channel.tryLock() == null) {
            channel.close();
            LOCKED_HERE.remove(root);
            return null;
        }
        byte[] owner = Long.toString(ProcessHandle.current().pid())
                .getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0).write(ByteBuffer.wrap(owner));
        return channel;
    }

    private static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    Path root() {
        return root;
    }

    Path resolve(String name) {
        return root.resolve(name);
    }

    Path log() {
        return root.resolve("server.log");
    }

    /** Returns whether the directory outlives the server. */
    boolean isKept() {
        return kept;
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try (lock) {
            if (!kept) {
                Directories.delete(root);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the lock of " + root + " cannot be given up", failure);
        } finally {
            LOCKED_HERE.remove(root);
        }
    }
}
