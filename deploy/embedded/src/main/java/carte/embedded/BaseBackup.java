package carte.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * A copy of a running server's data from which a replica starts, by PostgreSQL's low-level backup
 * calls: the binaries have no {@code pg_basebackup}.
 */
final class BaseBackup {

    /** Of the process, not of the data. */
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts");

    private BaseBackup() {}

    /** Copies what {@code connection}'s server has; the replica then follows {@code primary}. */
    static void take(Connection connection, String primary, Path target)
            throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            Path source = Path.of(text(statement, "show data_directory"));
            statement.execute("select pg_backup_start('replica', true)");
            copy(source, target);
            Files.writeString(target.resolve("backup_label"),
                    text(statement, "select labelfile from pg_backup_stop(false)"));
        }
        Files.createFile(target.resolve("standby.signal"));
        Files.writeString(target.resolve("postgresql.auto.conf"),
                "primary_conninfo = '" + primary + "'\n",
                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.copy(directory, in(directory), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                    throws IOException {
                // The log is sent by the primary.
                boolean log = file.startsWith(source.resolve("pg_wal"));
                if (!log && !LEFT_OUT.contains(source.relativize(file).toString())) {
                    copyUnlessGone(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw new UncheckedIOException(failure);
            }

            private void copyUnlessGone(Path file) throws IOException {
                try {
                    Files.copy(file, in(file), StandardCopyOption.COPY_ATTRIBUTES);
                } catch (NoSuchFileException _) {
                    // A running server removes files; its log tells the replica of that.
                    Files.deleteIfExists(in(file));
                }
            }

            private Path in(Path file) {
                return target.resolve(source.relativize(file).toString());
            }
        });
    }
}
