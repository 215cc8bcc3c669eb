package carte.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

class EmbeddedRedisIT {

    private static final String DISH = "dish";
    private static final String JOLLOF = "Jollof rice";

    @TempDir
    Path directory;

    @Test
    void answersAsRedis7ThatEvictsNothing() {
        try (EmbeddedRedis redis = EmbeddedRedis.builder().start(); Jedis client = client(redis)) {
            assertThat(client.ping()).isEqualTo("PONG");
            assertThat(client.info("server")).contains("redis_version:7.");
            assertThat(client.configGet("maxmemory-policy"))
                    .containsEntry("maxmemory-policy", "noeviction");
            assertThat(client.configGet("appendonly")).containsEntry("appendonly", "no");
        }
    }

    @Test
    void keepsDataInItsDirectory() {
        try (EmbeddedRedis first = overDirectory()) {
            fill(first);
        }
        try (EmbeddedRedis second = overDirectory()) {
            assertThat(dish(second)).isEqualTo(JOLLOF);
        }
    }

    @Test
    void stopsAndStartsEmptyOnSamePort() {
        try (EmbeddedRedis redis = EmbeddedRedis.builder().start()) {
            int port = redis.port();
            fill(redis);

            redis.stop();
            assertThat(Processes.isRunning(redis.pid())).isFalse();
            redis.start();

            assertThat(redis.port()).isEqualTo(port);
            assertThat(dish(redis)).isNull();
        }
    }

    @Test
    void recoversOnSamePortAfterItWasKilled() {
        try (EmbeddedRedis redis = EmbeddedRedis.builder().appendOnly(true).start()) {
            fill(redis);
            Processes.kill(redis.pid());

            redis.start();

            assertThat(dish(redis)).isEqualTo(JOLLOF);
        }
    }

    @Test
    void takesDirectoryOverFromOrphan() throws IOException {
        try (EmbeddedRedis first = overDirectory()) {
            fill(first);
        }
        AbandonedServer orphan = AbandonedServer.over(EmbeddedRedis.class, directory.toString());
        assertThat(Processes.isRunning(orphan.pid())).isTrue();

        try (EmbeddedRedis redis = overDirectory()) {
            assertThat(Processes.isRunning(orphan.pid())).isFalse();
            assertThat(dish(redis)).isEqualTo(JOLLOF);
        }
    }

    @Test
    void leavesLivingServersAloneWhenItClearsAway() throws IOException {
        try (EmbeddedRedis living = EmbeddedRedis.builder().start()) {
            fill(living);
            AbandonedServer orphan = AbandonedServer
                    .over(EmbeddedRedis.class, AbandonedServer.TEMPORARY);

            EmbeddedRedis.builder().start().close();

            assertThat(Processes.isRunning(orphan.pid())).isFalse();
            assertThat(dish(living)).isEqualTo(JOLLOF);
        }
    }

    @Test
    void refusesPortThatIsTaken() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = stranger.getLocalPort();

            assertThatThrownBy(() -> EmbeddedRedis.builder().port(taken).start())
                    .isInstanceOf(PortInUse.class)
                    .hasMessage("port " + taken + ", which Redis needs, is in use");
        }
    }

    @Test
    void tellsWhyItDidNotStart() throws IOException {
        overDirectory().close();
        Path manifest = directory.resolve("data/appendonlydir/appendonly.aof.manifest");
        Files.writeString(manifest, "torn");

        assertThatThrownBy(this::overDirectory).isInstanceOf(StartFailed.class)
                .hasMessageContaining("Redis stopped while starting")
                .hasMessageContaining("AOF manifest");
    }

    @Test
    void leavesNothingBehind() {
        EmbeddedRedis redis = EmbeddedRedis.builder().start();
        long pid = redis.pid();
        Path data = dataDirectoryOf(redis);

        redis.close();
        redis.close();

        assertThat(Processes.isRunning(pid)).isFalse();
        assertThat(data.getParent()).doesNotExist();
        assertThatThrownBy(redis::start).hasMessage("Redis is closed");
    }

    private EmbeddedRedis overDirectory() {
        return EmbeddedRedis.builder().dataDirectory(directory).start();
    }

    private static Path dataDirectoryOf(EmbeddedRedis redis) {
        try (Jedis client = client(redis)) {
            return Path.of(client.configGet("dir").values().iterator().next());
        }
    }

    private static void fill(EmbeddedRedis redis) {
        try (Jedis client = client(redis)) {
            client.set(DISH, JOLLOF);
        }
    }

    private static String dish(EmbeddedRedis redis) {
        try (Jedis client = client(redis)) {
            return client.get(DISH);
        }
    }

    private static Jedis client(EmbeddedRedis redis) {
        return new Jedis(redis.host(), redis.port());
    }
}
