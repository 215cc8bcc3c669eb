package carte.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Server programs that come in jars and are unpacked once per user and version. */
final class Binaries {

    /** Writes the resource's content into an empty directory. */
    @FunctionalInterface
    interface Unpacking {
        void unpack(InputStream content, Path directory) throws IOException;
    }

    private Binaries() {}

    /** Returns the directory into which the class path's resource is unpacked. */
    static Path of(String resource, Unpacking unpacking) {
        URL url = Binaries.class.getResource("/" + resource);
        if (url == null) {
            throw new IllegalStateException(
                    resource + " is not on the class path: this platform's binaries are missing");
        }
        try {
            Path target = Directories.cache().resolve(resource + "-" + fingerprint(url));
            if (!Files.isDirectory(target)) {
                unpackOnce(url, target, unpacking);
            }
            return target;
        } catch (IOException failure) {
            throw new UncheckedIOException(resource + " cannot be unpacked", failure);
        }
    }

    private static synchronized void unpackOnce(URL url, Path target, Unpacking unpacking)
            throws IOException {
        Path lockFile = target.resolveSibling(target.getFileName() + ".lock");
        try (FileChannel channel = FileChannel
                .open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                @Nullable
                FileLock lock = channel.lock()) {
            if (lock != null && !Files.isDirectory(target)) {
                unpack(url, target, unpacking);
            }
        }
    }

    /** The target appears whole or not at all, wherever this process is killed. */
    private static void unpack(URL url, Path target, Unpacking unpacking) throws IOException {
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        Directories.delete(unfinished);
        Files.createDirectory(unfinished);
        try (InputStream content = url.openStream()) {
            unpacking.unpack(content, unfinished);
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Tells versions apart by what the jar's directory knows already. */
    private static String fingerprint(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        return connection instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : Long.toHexString(connection.getContentLengthLong());
    }
}
