package carte.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {

    private static final String JOLLOF = "Jollof rice";

    @TempDir
    Path directory;

    @Test
    void answersAsPostgres18ThatIsNotDurable() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            PostgresRows rows = new PostgresRows(postgres, "postgres");

            assertThat(rows.read("SHOW server_version")).startsWith("18.");
            assertThat(rows.read("SHOW fsync")).isEqualTo("off");
            assertThat(rows.read("SHOW max_connections")).isEqualTo("200");
            assertThat(postgres.r2dbcUrl("orders"))
                    .isEqualTo("r2dbc:postgresql://127.0.0.1:" + postgres.port() + "/orders");
        }
    }

    @Test
    void createsDatabaseOnlyOnce() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            postgres.createDatabase("menu_west");
            PostgresRows rows = new PostgresRows(postgres, "menu_west");
            rows.create();
            rows.add(JOLLOF);

            postgres.createDatabase("menu_west");

            assertThat(rows.onlyDish()).isEqualTo(JOLLOF);
        }
    }

    @Test
    void refusesDatabaseNameThatNeedsQuotes() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            assertThatThrownBy(() -> postgres.createDatabase("menu; DROP TABLE dish"))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("menu;");
        }
    }

    @Test
    void keepsDataDurablyInItsDirectory() throws SQLException {
        try (EmbeddedPostgres first = overDirectory()) {
            fill(first);
        }
        try (EmbeddedPostgres second = overDirectory()) {
            assertThat(menu(second).onlyDish()).isEqualTo(JOLLOF);
            assertThat(menu(second).read("SHOW fsync")).isEqualTo("on");
        }
    }

    @Test
    void recoversOnSamePortAfterItWasKilled() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            fill(postgres);
            long killed = postgres.pid();
            Processes.kill(killed);

            postgres.start();

            assertThat(postgres.pid()).isNotEqualTo(killed);
            assertThat(menu(postgres).onlyDish()).isEqualTo(JOLLOF);
        }
    }

    @Test
    void recoversInNewOwnerAfterItWasKilled() throws SQLException {
        try (EmbeddedPostgres killed = overDirectory()) {
            fill(killed);
            Processes.kill(killed.pid());
        }
        try (EmbeddedPostgres postgres = overDirectory()) {
            assertThat(menu(postgres).onlyDish()).isEqualTo(JOLLOF);
        }
    }

    @Test
    void takesDirectoryOverFromOrphan() throws SQLException, IOException {
        try (EmbeddedPostgres first = overDirectory()) {
            fill(first);
        }
        AbandonedServer orphan = AbandonedServer
                .over(EmbeddedPostgres.class, directory.toString());
        assertThat(Processes.isRunning(orphan.pid())).isTrue();

        try (EmbeddedPostgres postgres = overDirectory()) {
            assertThat(Processes.isRunning(orphan.pid())).isFalse();
            assertThat(menu(postgres).onlyDish()).isEqualTo(JOLLOF);
        }
    }

    @Test
    void clearsAwayWhatKilledOwnersLeft() throws IOException {
        AbandonedServer orphan = AbandonedServer
                .over(EmbeddedPostgres.class, AbandonedServer.TEMPORARY);
        assertThat(Processes.isRunning(orphan.pid())).isTrue();

        EmbeddedPostgres.builder().start().close();

        assertThat(Processes.isRunning(orphan.pid())).isFalse();
    }

    @Test
    void startsOverPidFileWhoseNumberPassedToStranger() throws SQLException, IOException {
        try (EmbeddedPostgres first = overDirectory()) {
            fill(first);
            Path pidFile = directory.resolve("data").resolve("postmaster.pid");
            String content = Files.readString(pidFile);
            Processes.kill(first.pid());
            String stranger = Long.toString(ProcessHandle.current().pid());
            Files.writeString(pidFile, stranger + content.substring(content.indexOf('\n')));
        }
        try (EmbeddedPostgres postgres = overDirectory()) {
            assertThat(menu(postgres).onlyDish()).isEqualTo(JOLLOF);
        }
    }

    @Test
    void refusesDirectoryThatServesAnotherServer() throws SQLException {
        try (EmbeddedPostgres postgres = overDirectory()) {
            fill(postgres);

            assertThatThrownBy(this::overDirectory).isInstanceOf(IllegalStateException.class)
                    .hasMessageEndingWith("is in use by this process");

            assertThat(menu(postgres).onlyDish()).isEqualTo(JOLLOF);
        }
    }

    @Test
    void refusesPortThatIsTaken() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = stranger.getLocalPort();

            assertThatThrownBy(() -> EmbeddedPostgres.builder().port(taken).start())
                    .isInstanceOf(PortInUse.class)
                    .hasMessage("port " + taken + ", which PostgreSQL needs, is in use");
        }
    }

    @Test
    void tellsWhyItDidNotStart() throws IOException {
        overDirectory().close();
        Files.writeString(directory.resolve("data").resolve("PG_VERSION"), "9.6\n");

        assertThatThrownBy(this::overDirectory).isInstanceOf(StartFailed.class)
                .hasMessageContaining("PostgreSQL stopped while starting")
                .hasMessageContaining("initialized by PostgreSQL version 9.6");

        Files.writeString(directory.resolve("data").resolve("PG_VERSION"), "18\n");
        overDirectory().close();
    }

    @Test
    void leavesNothingBehind() throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        long pid = postgres.pid();
        Path data = Path.of(dataDirectoryOf(postgres));

        postgres.close();
        postgres.close();

        assertThat(Processes.isRunning(pid)).isFalse();
        assertThat(data.getParent()).doesNotExist();
    }

    @Test
    void replicaFollowsAndCanOnlyBeRead() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            postgres.createDatabase("menu");
            menu(postgres).create();
            try (EmbeddedPostgres replica = postgres.startReplica()) {
                menu(postgres).add(JOLLOF);

                await().until(() -> JOLLOF.equals(menu(replica).onlyDish()));
                assertThatThrownBy(() -> menu(replica).add(JOLLOF))
                        .isInstanceOf(SQLException.class).hasMessageContaining("read-only");
            }
        }
    }

    private static String dataDirectoryOf(EmbeddedPostgres postgres) {
        try {
            return new PostgresRows(postgres, "postgres").read("SHOW data_directory");
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private EmbeddedPostgres overDirectory() {
        return EmbeddedPostgres.builder().dataDirectory(directory).start();
    }

    private static void fill(EmbeddedPostgres postgres) throws SQLException {
        postgres.createDatabase("menu");
        menu(postgres).create();
        menu(postgres).add(JOLLOF);
    }

    private static PostgresRows menu(EmbeddedPostgres postgres) {
        return new PostgresRows(postgres, "menu");
    }
}
