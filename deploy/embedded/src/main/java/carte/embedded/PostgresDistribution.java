package carte.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of PostgreSQL, and how they are run by whom they refuse: root. */
final class PostgresDistribution {

    private static final Duration INITDB_TIMEOUT = Duration.ofSeconds(60);
    private static final int EXECUTABLE_BIT = 0100;

    private final Path programs;

    private PostgresDistribution(Path programs) {
        this.programs = programs;
    }

    static PostgresDistribution unpacked() {
        Platform platform = Platform.current();
        String archive = "postgres-" + platform.system() + "-"
                + (platform.arm() ? "arm_64" : "x86_64") + ".txz";
        Path root = Binaries.of(archive, PostgresDistribution::unpack);
        return new PostgresDistribution(root.resolve("bin"));
    }

    private static void unpack(InputStream content, Path directory) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(content)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar
                    .getNextEntry()) {
                unpack(entry, tar, directory);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path directory)
            throws IOException {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException(entry.getName() + " would be unpacked outside of " + directory);
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            boolean executable = (entry.getMode() & EXECUTABLE_BIT) != 0;
            Files.setPosixFilePermissions(
                    target,
                    PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
        }
    }

    /** Returns the command that runs one of the programs as the current user. */
    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (Platform.isRoot()) {
            // In a user namespace of its own root has no name and no privilege, but its files.
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    /** Makes an empty cluster of databases whose owner needs no password from this machine. */
    void initialise(Path data, Path log, String owner, boolean durable) {
        List<String> arguments = new ArrayList<>(
                List.of("-D", data.toString(), "-U", owner, "--auth=trust", "--encoding=UTF8"));
        // The same order of text on every machine, whatever its locales are.
        arguments.addAll(
                List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        arguments.add("--no-instructions");
        if (!durable) {
            arguments.add("--no-sync");
        }
        run(command("initdb", arguments), log);
    }

    private static void run(List<String> command, Path log) {
        ServerProcess initdb = ServerProcess.start("PostgreSQL's initdb", command, log);
        initdb.awaitSuccess(INITDB_TIMEOUT);
    }
}
