package carte.menu;

import static carte.menu.MenuApi.RESTAURANTS;
import static carte.menu.MenuApi.menuOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import carte.embedded.EmbeddedPostgres;
import carte.embedded.EmbeddedRedis;
import carte.kit.postgres.DatabaseUnreachable;
import carte.menu.MenuApi.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** What readers and writers see while Redis or PostgreSQL is away. */
class OutageIT {

    @Test
    void withoutRedisMenusAreReadFromPostgres() {
        try (EmbeddedRedis redis = EmbeddedRedis.builder().start();
                RunningMenuService service = RunningMenuService.start(
                        RunningMenuService.freshShards(),
                        "spring.data.redis.port=" + redis.port())) {
            MenuApi api = service.api();
            String id = api.createMamaPutWithMenu();
            awaitHit(api, id);

            redis.stop();
            Answer without = api.get(menuOf(id));
            Answer write = api.patch(id, "suya", "{\"name\": \"Beef suya\"}");
            Answer after = api.get(menuOf(id));

            assertThat(without.status()).isEqualTo(200);
            assertThat(without.header("Cache-Status")).isEqualTo("carte-redis; fwd=miss");
            assertThat(write.status()).isEqualTo(200);
            assertThat(after.body()).isEqualTo(write.body());

            redis.start();
            awaitHit(api, id);
        }
    }

    @Test
    void aRedisThatIsSilentIsNotWaitedFor() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.builder().start();
                RunningMenuService service = RunningMenuService.start(
                        RunningMenuService.freshShards(),
                        "spring.data.redis.port=" + redis.port())) {
            MenuApi api = service.api();
            String id = api.createMamaPutWithMenu();
            awaitHit(api, id);

            signal("STOP", redis.pid());
            try {
                Answer answer = api.get(menuOf(id));

                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.header("Cache-Status")).isEqualTo("carte-redis; fwd=miss");
            } finally {
                signal("CONT", redis.pid());
            }
        }
    }

    @Test
    void aShardThatIsAwayIsUnavailableAndTheOthersServe() {
        try (EmbeddedPostgres north = EmbeddedPostgres.builder().start()) {
            north.createDatabase("menu_north");
            try (RunningMenuService service = RunningMenuService.start(
                    RunningMenuService.freshShards(),
                    "carte.shards.north.url=" + north.r2dbcUrl("menu_north"),
                    "carte.shards.north.username=" + north.username(),
                    "carte.shards.north.password=" + north.password())) {
                MenuApi api = service.api();
                String koshary = createKoshary(api);
                String mamaPut = api.createMamaPutWithMenu();

                north.stop();

                expectUnavailable(api.get(RESTAURANTS + "/" + koshary));
                expectUnavailable(api.get(menuOf(koshary) + "?min_version=2"));
                expectUnavailable(api.send(HttpMethod.PUT, menuOf(koshary),
                        "{\"currency\": \"EGP\"}", "If-Match", "\"1\""));
                assertThat(api.patch(mamaPut, "suya", "{\"name\": \"Beef suya\"}").status())
                        .isEqualTo(200);

                north.start();
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        api.get(RESTAURANTS + "/" + koshary).status()).isEqualTo(200));
                assertThat(api.get(RESTAURANTS + "/" + koshary).version()).isEqualTo(1);
            }
        }
    }

    @Test
    void withoutPostgresAnOldMenuIsServedAndLabelled() {
        try (EmbeddedPostgres north = EmbeddedPostgres.builder().start()) {
            north.createDatabase("menu_north");
            try (RunningMenuService service = RunningMenuService.start(
                    RunningMenuService.freshShards(),
                    "carte.shards.north.url=" + north.r2dbcUrl("menu_north"),
                    "carte.shards.north.username=" + north.username(),
                    "carte.shards.north.password=" + north.password())) {
                MenuApi api = service.api();
                String koshary = createKoshary(api);
                Answer fresh = awaitHit(api, koshary);

                north.stop();
                Answer stale = awaitStale(api, koshary);

                assertThat(stale.status()).isEqualTo(200);
                assertThat(stale.header("Cache-Status"))
                        .isEqualTo("carte-redis; hit; stale; ttl=-" + stale.header("Age"));
                assertThat(Long.parseLong(stale.header("Age"))).isPositive();
                assertThat(stale.header("As-Of")).isEqualTo(fresh.header("As-Of"));
                assertThat(stale.header("ETag")).isEqualTo("\"1\"");
                assertThat(stale.body()).isEqualTo(fresh.body());

                north.start();
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        api.get(menuOf(koshary)).headers().containsHeader("Age")).isFalse());
            }
        }
    }

    @Test
    void aStartWithoutPostgresEndsWithASentence() {
        Map<String, String> shards = RunningMenuService.freshShards();

        Throwable error = catchThrowable(() -> RunningMenuService.start(shards,
                "carte.shards.east.url=r2dbc:postgresql://127.0.0.1:1/menu_east"));

        assertThat(error).hasRootCauseInstanceOf(IOException.class).satisfies(
                thrown -> assertThat(root(thrown)).hasMessageStartingWith("PostgreSQL takes no"
                        + " connection at r2dbc:postgresql://127.0.0.1:1/menu_east: "));
    }

    private static Throwable root(Throwable thrown) {
        Throwable cause = thrown;
        while (!(cause instanceof DatabaseUnreachable) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static void expectUnavailable(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.json().at("/type").stringValue())
                .isEqualTo("urn:problem:carte:unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    private static String createKoshary(MenuApi api) {
        String id = MenuApi.freshId("EG");
        Answer created = api.send(HttpMethod.POST, RESTAURANTS, """
                {"id": "%s", "name": "Koshary", "country": "EG", "city": "Cairo",
                 "currency": "EGP", "timeZone": "Africa/Cairo"}""".formatted(id));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return id;
    }

    private static Answer awaitHit(MenuApi api, String id) {
        return await().until(() -> api.get(menuOf(id)),
                answer -> answer.header("Cache-Status").equals("carte-redis; hit"));
    }

    private static Answer awaitStale(MenuApi api, String id) {
        return await().until(() -> api.get(menuOf(id)),
                answer -> answer.header("Cache-Status").contains("; stale"));
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        assertThat(exit).isZero();
    }
}
