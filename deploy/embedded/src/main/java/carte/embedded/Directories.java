package carte.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories that belong to this user alone, and their end. */
final class Directories {

    private static final Duration DELETION_TIME = Duration.ofSeconds(5);

    private Directories() {}

    /** Returns the directory under which temporary servers live. */
    static Path temporary() {
        String name = "carte-embedded-" + System.getProperty("user.name");
        return ownedByUser(Path.of(System.getProperty("java.io.tmpdir"), name));
    }

    /** Returns where unpacked servers are kept: the user's cache if there is a home. */
    static Path cache() {
        Path home = Path.of(System.getProperty("user.home"));
        return Files.isWritable(home)
                ? ownedByUser(home.resolve(".cache").resolve("carte-embedded"))
                : temporary();
    }

    private static Path ownedByUser(Path directory) {
        try {
            Files.createDirectories(directory);
            // Fails where a stranger made the directory first, and could plant files in it.
            return Files.setPosixFilePermissions(
                    directory.toRealPath(), PosixFilePermissions.fromString("rwx------"));
        } catch (IOException failure) {
            throw new UncheckedIOException(directory + " cannot be made private", failure);
        }
    }

    /** Deletes a directory in which processes that are ending may still write. */
    static void delete(Path directory) {
        if (!Poll.until(() -> isDeleted(directory), DELETION_TIME)) {
            throw new IllegalStateException(directory + " cannot be deleted");
        }
    }

    private static boolean isDeleted(Path directory) {
        if (!Files.exists(directory)) {
            return true;
        }
        try (Stream<Path> walk = Files.walk(directory)) {
            List<Path> leavesFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : leavesFirst) {
                Files.deleteIfExists(path);
            }
            return true;
        } catch (NoSuchFileException | UncheckedIOException changedMeanwhile) {
            return false;
        } catch (IOException notEmptyYet) {
            return false;
        }
    }
}
