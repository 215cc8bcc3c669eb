package carte.menu;

import static carte.menu.MenuApi.menuOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.cache.CacheEntry;
import carte.contracts.cache.CachedMenu;
import carte.contracts.cache.FillOutcome;
import carte.contracts.cache.LogStep;
import carte.contracts.cache.MenuCache;
import carte.contracts.event.MenuTopic;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.menu.MenuApi.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Menus as readers get them: from which tier, in which form, with which headers. */
class MenuReadIT {

    private static final RunningMenuService SERVICE = RunningMenuService.shared();
    private static final MenuApi API = SERVICE.api();
    private static final MenuCache CACHE = SERVICE.bean(MenuCache.class);
    private static final String MISS = "carte-redis; fwd=miss";
    private static final String HIT = "carte-redis; hit";

    @Test
    void theFirstReadFillsRedisAndTheNextIsAHit() {
        String id = API.createMamaPutWithMenu();
        Instant before = databaseTime();

        Answer miss = API.get(menuOf(id));
        awaitCached(id, 2);
        Answer hit = API.get(menuOf(id));

        assertThat(miss.header("Cache-Status")).isEqualTo(MISS);
        assertThat(hit.header("Cache-Status")).isEqualTo(HIT);
        assertThat(hit.body()).isEqualTo(miss.body());
        assertThat(hit.header("As-Of")).isEqualTo(miss.header("As-Of"))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(Instant.parse(hit.header("As-Of")))
                .isBetween(before.minusMillis(1), databaseTime());
        for (Answer answer : List.of(miss, hit)) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("application/json");
            assertReadHeaders(answer, id);
        }
    }

    @Test
    void aReaderThatHasTheVersionGetsNoBody() {
        String id = API.createMamaPutWithMenu();

        for (String known : List.of("\"2\"", "W/\"2\"", "\"1\", \"2\"", "*")) {
            Answer answer = API.get(menuOf(id), HttpHeaders.IF_NONE_MATCH, known);
            assertThat(answer.status()).as(known).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertReadHeaders(answer, id);
        }
        for (String other : List.of("\"1\"", "\"22\"", "2")) {
            assertThat(API.get(menuOf(id), HttpHeaders.IF_NONE_MATCH, other).status())
                    .as(other).isEqualTo(200);
        }
    }

    @Test
    void thoseWhoTakeGzipGetTheBytesOfTheCache() throws IOException {
        String id = API.createMamaPutWithMenu();
        String plain = API.get(menuOf(id)).body();
        CacheEntry.Value cached = awaitCached(id, 2);

        var answer = API.raw(HttpMethod.GET, menuOf(id), new byte[0],
                HttpHeaders.ACCEPT_ENCODING, "br;q=1.0, gzip;q=0.8");

        assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.CONTENT_ENCODING))
                .isEqualTo("gzip");
        byte[] body = Objects.requireNonNull(answer.getResponseBody());
        assertThat(body).isEqualTo(cached.menu().gzip());
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            assertThat(new String(gzip.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain);
        }
        assertThat(API.get(menuOf(id), HttpHeaders.ACCEPT_ENCODING, "gzip;q=0").body())
                .isEqualTo(plain);
    }

    @Test
    void headHasTheSameHeadersAndNoBody() {
        String id = API.createMamaPutWithMenu();
        Answer get = API.get(menuOf(id));
        awaitCached(id, 2);

        var head = API.raw(HttpMethod.HEAD, menuOf(id), new byte[0]);

        assertThat(head.getStatus().value()).isEqualTo(200);
        assertThat(head.getResponseBody()).isNull();
        assertThat(head.getResponseHeaders().getETag()).isEqualTo("\"2\"");
        assertThat(head.getResponseHeaders().getContentLength())
                .isEqualTo(get.body().getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void aReaderIsNeverGivenLessThanItsVersion() {
        String id = API.createMamaPutWithMenu();
        API.get(menuOf(id));
        awaitCached(id, 2);
        // Nothing tells this Redis of changes, so it keeps version 2.
        API.patch(id, "suya", "{\"name\": \"Beef suya\"}");

        Answer stale = API.get(menuOf(id));
        Answer fresh = API.get(menuOf(id) + "?min_version=3");
        Answer never = API.get(menuOf(id) + "?min_version=4");

        assertThat(stale.version()).isEqualTo(2);
        assertThat(fresh.version()).isEqualTo(3);
        assertThat(fresh.header("Cache-Status")).isEqualTo(MISS);
        assertThat(never.status()).isEqualTo(503);
        assertThat(never.json().at("/type").stringValue())
                .isEqualTo("urn:problem:carte:version-not-visible");
        awaitCached(id, 3);
        assertThat(API.get(menuOf(id)).version()).isEqualTo(3);
    }

    @Test
    void unknownRestaurantsAreCachedAsAbsentUntilTheyAreCreated() {
        String id = MenuApi.freshId("NG");

        assertThat(API.get(menuOf(id)).status()).isEqualTo(404);
        await().untilAsserted(() -> assertThat(cached(id)).isInstanceOf(CacheEntry.Absent.class));
        API.send(HttpMethod.POST, MenuApi.RESTAURANTS, MenuApi.mamaPut(id));

        assertThat(API.get(menuOf(id) + "?min_version=1").status()).isEqualTo(200);
    }

    @Test
    void aSlowFillOfAnOldVersionIsRefused() {
        String id = API.createMamaPutWithMenu();
        RestaurantId restaurant = new RestaurantId(id);
        MenuJson old = MenuJson.ofUtf8(
                API.get(menuOf(id)).body().getBytes(StandardCharsets.UTF_8));
        CacheEntry.Value slow = awaitCached(id, 2);
        Answer changed = API.patch(id, "suya", "{\"name\": \"Beef suya\"}");
        Long offset = Objects.requireNonNull(
                CACHE.offset(MenuTopic.partitionOf(restaurant)).block(Duration.ofSeconds(5)));
        CACHE.apply(restaurant, new MenuVersion(3), null,
                Instant.parse(changed.json().at("/publishedAt").stringValue()),
                new LogStep(offset, offset + 1)).block(Duration.ofSeconds(5));

        FillOutcome outcome = CACHE.fill(restaurant, new CacheEntry.Value(
                new MenuVersion(2), slow.readAt(), old.compress())).block(Duration.ofSeconds(5));

        assertThat(outcome).isNotEqualTo(FillOutcome.STORED);
        assertThat(API.get(menuOf(id)).version()).isEqualTo(3);
    }

    private static void assertReadHeaders(Answer answer, String id) {
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(answer.header("Menu-Version")).isEqualTo("2");
        assertThat(answer.header("As-Of")).isNotEmpty();
        assertThat(answer.header("Cache-Status")).startsWith("carte-redis; ");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(answer.header("Surrogate-Key")).isEqualTo(id);
        assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
    }

    private static CacheEntry.Value awaitCached(String id, long version) {
        await().untilAsserted(() -> assertThat(cached(id))
                .isInstanceOfSatisfying(CacheEntry.Value.class, value -> assertThat(
                        value.version().number()).isEqualTo(version)));
        return (CacheEntry.Value) Objects.requireNonNull(cached(id));
    }

    private static @Nullable CacheEntry cached(String id) {
        return CACHE.read(new RestaurantId(id), "west").map(CachedMenu::entry)
                .block(Duration.ofSeconds(5));
    }

    private static Instant databaseTime() {
        return Instant.parse(SERVICE.query("west", "select to_char(clock_timestamp()"
                + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')").getFirst());
    }
}
