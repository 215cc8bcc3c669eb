package carte.menu;

import static carte.menu.MenuApi.menuOf;
import static carte.menu.ScheduleApi.jollofAt;
import static carte.menu.ScheduleApi.scheduleOf;
import static carte.menu.ScheduleApi.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.menu.MenuApi.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Changes that take effect by themselves. */
class ScheduleIT {

    private static final RunningMenuService SERVICE = RunningMenuService.shared();
    private static final MenuApi API = SERVICE.api();
    private static final ScheduleApi SCHEDULES = new ScheduleApi(API);
    private final Instant tomorrow = Instant.now()
            .plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    private final String id = API.createMamaPutWithMenu();

    @Test
    void aChangeTakesEffectAtItsTimeAndReadersSeeIt() {
        Answer created = SCHEDULES.post(id, soon(), jollofAt(300000));

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"2\"");
        assertThat(created.version()).isEqualTo(2);
        JsonNode pending = created.json();
        assertThat(created.header("Location"))
                .isEqualTo(scheduleOf(id) + "/" + pending.at("/id").stringValue());
        assertThat(pending.propertyNames()).containsExactly("id", "at", "dueAt", "state", "author",
                "createdAt", "changes", "version", "problem", "endedAt", "cancelledBy");
        assertThat(pending.at("/state").stringValue()).isEqualTo("PENDING");
        assertThat(pending.at("/version").isNull()).isTrue();
        assertThat(pending.at("/endedAt").isNull()).isTrue();

        Answer applied = SCHEDULES.awaitState(created.header("Location"), "APPLIED");

        assertThat(applied.json().at("/version").longValue()).isEqualTo(3);
        assertThat(Instant.parse(applied.json().at("/endedAt").stringValue()))
                .isAfterOrEqualTo(Instant.parse(pending.at("/dueAt").stringValue()));
        assertThat(applied.json().at("/changes/0/price/amount").longValue()).isEqualTo(300000);
        assertThat(API.get(menuOf(id) + "?min_version=3").json()
                .at("/sections/0/items/0/price/amount").longValue()).isEqualTo(300000);
        assertThat(changes()).endsWith("SCHEDULED by operator").hasSize(3);
        assertThat(SERVICE.query("west", """
                select published_at >= due_at
                from menu_schedule join menu_version using (restaurant_id, version)
                where restaurant_id = ?""", id)).containsExactly("t");
        await().untilAsserted(() -> assertThat(SERVICE.query("west",
                "select position from outbox where key = ?", id)).isEmpty());
    }

    @Test
    void changesThatAreDueTogetherKeepTheirOrder() {
        Instant at = soon();
        for (int i = 0; i < 5; i++) {
            SCHEDULES.schedule(id, at, jollofAt(i));
        }
        String last = SCHEDULES.schedule(id, at, jollofAt(5));

        SCHEDULES.awaitState(last, "APPLIED");

        assertThat(SERVICE.query("west", """
                select convert_from(document, 'UTF8')::jsonb
                    #>> '{sections,0,items,0,price,amount}'
                from menu_version where restaurant_id = ? and version > 2 order by version""",
                id)).containsExactly("0", "1", "2", "3", "4", "5");
    }

    @Test
    void aChangeThatFitsTheMenuNoMoreFailsAndHoldsNothingUp() {
        double failed = failures();
        Instant at = soon();
        String suya = SCHEDULES.schedule(id, at, jollofAt(1)
                + ", {\"itemId\": \"suya\", \"name\": \"Beef suya\"}");
        String jollof = SCHEDULES.schedule(id, at, jollofAt(2));
        API.send(HttpMethod.PUT, menuOf(id), """
                {"currency": "NGN", "sections": [{"id": "rice", "name": "Rice", "items": [
                  {"id": "jollof", "name": "Jollof",
                   "price": {"amount": 5, "currency": "NGN"}}]}]}""", "If-Match", "*");

        JsonNode failure = SCHEDULES.awaitState(suya, "FAILED").json();

        assertThat(SERVICE.query("west", """
                select author || ' ' || (detail ->> 'why') from audit
                where restaurant_id = ? and action = 'SCHEDULE_FAILED'""", id))
                .containsExactly("operator " + failure.at("/problem/detail").stringValue());
        assertThat(failure.at("/problem/type").stringValue())
                .isEqualTo("urn:problem:carte:invalid-content");
        assertThat(failure.at("/problem/errors/0/pointer").stringValue())
                .isEqualTo("/changes/1/itemId");
        assertThat(SCHEDULES.awaitState(jollof, "APPLIED").json().at("/version").longValue())
                .isEqualTo(4);
        assertThat(SERVICE.history(id)).hasSize(4);
        await().untilAsserted(() -> assertThat(failures()).isEqualTo(failed + 1));
    }

    @Test
    void itemsReturnToSaleWhenTheirTimeHasCome() {
        Instant until = soon();
        API.patch(id, "jollof", """
                {"availability": {"status": "SOLD_OUT", "until": "%s"}}""".formatted(until));
        API.patch(id, "suya", """
                {"availability": {"status": "HIDDEN", "until": "%s"}}""".formatted(tomorrow));

        Answer restored = API.get(menuOf(id) + "?min_version=5");

        JsonNode menu = restored.json();
        assertThat(menu.at("/sections/0/items/0/availability").toString())
                .isEqualTo("{\"status\":\"AVAILABLE\",\"until\":null}");
        assertThat(menu.at("/sections/1/sections/0/items/0/availability/status").stringValue())
                .isEqualTo("HIDDEN");
        assertThat(Instant.parse(menu.at("/publishedAt").stringValue()))
                .isBetween(until, until.plusSeconds(1));
        assertThat(changes()).hasSize(5).endsWith("RESTORED by carte");
        assertThat(SERVICE.query("west", "select restores_at = cast(? as timestamptz) from menu"
                + " where restaurant_id = ?", tomorrow.toString(), id)).containsExactly("t");
    }

    @Test
    void aChangeThatIsCalledOffDoesNotTakeEffect() {
        String calledOff = SCHEDULES.schedule(id, tomorrow, jollofAt(1));
        String other = SCHEDULES.schedule(id, tomorrow, jollofAt(2));

        Answer cancelled = SCHEDULES.delete(calledOff);
        Answer again = SCHEDULES.delete(calledOff);
        makeDueNow();
        SCHEDULES.awaitState(other, "APPLIED");

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.json().at("/state").stringValue()).isEqualTo("CANCELLED");
        assertThat(cancelled.json().at("/cancelledBy").stringValue()).isEqualTo("operator");
        assertThat(Instant.parse(cancelled.json().at("/endedAt").stringValue()))
                .isAfter(Instant.parse(cancelled.json().at("/createdAt").stringValue()));
        assertThat(cancelled.header("ETag")).isEqualTo("\"2\"");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(cancelled.body());
        assertThat(SERVICE.history(id)).containsExactly("1", "2", "3");
        assertThat(SERVICE.query("west", "select action || ' by ' || author from audit"
                + " where restaurant_id = ? order by id", id)).containsExactly(
                        "SCHEDULE_CREATED by operator", "SCHEDULE_CREATED by operator",
                        "SCHEDULE_CANCELLED by operator");
        expect(SCHEDULES.delete(other), 409, "schedule-ended");
    }

    @Test
    void theSameRequestUnderItsKeyIsTheSameSchedule() {
        Answer first = SCHEDULES.post(id, tomorrow, jollofAt(1), "Idempotency-Key", "k");
        Answer again = SCHEDULES.post(id, tomorrow, jollofAt(1), "Idempotency-Key", "k");
        Answer other = SCHEDULES.post(id, tomorrow, jollofAt(2), "Idempotency-Key", "k");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.body()).isEqualTo(first.body());
        expect(other, 409, "idempotency-key-reused");
        assertThat(API.get(scheduleOf(id)).json().at("/items")).hasSize(1);
        assertThat(SERVICE.query("west", "select id from audit where restaurant_id = ?", id))
                .hasSize(1);
    }

    @Test
    void listsShowWhatIsToComeAndThenWhatHasBeen() {
        String past = SCHEDULES.schedule(id, tomorrow, jollofAt(0));
        makeDueNow();
        SCHEDULES.awaitState(past, "APPLIED");
        String dropped = SCHEDULES.schedule(id, tomorrow.plusSeconds(9), jollofAt(1));
        SCHEDULES.delete(dropped);
        String third = SCHEDULES.schedule(id, tomorrow.plusSeconds(3), jollofAt(3));
        String first = SCHEDULES.schedule(id, tomorrow.plusSeconds(1), jollofAt(1));
        String second = SCHEDULES.schedule(id, tomorrow.plusSeconds(1), jollofAt(2));

        for (int limit = 1; limit <= 6; limit++) {
            List<JsonNode> pages = pages(limit);

            assertThat(pages).hasSize((5 + limit - 1) / limit);
            assertThat(pages.stream().flatMap(page -> page.at("/items").valueStream())
                    .map(item -> scheduleOf(id) + "/" + item.at("/id").stringValue()))
                    .containsExactly(first, second, third, dropped, past);
        }
    }

    @Test
    void aPageOfLargeChangesEndsEarlyAndGoesOn() {
        insertPending("generate_series(1, 5)", 600_000);

        assertThat(pages(100).stream().map(page -> page.at("/items").size()))
                .containsExactly(2, 2, 1);
    }

    private List<JsonNode> pages(int limit) {
        List<JsonNode> pages = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = API.get(scheduleOf(id) + "?limit=" + limit + "&cursor=" + cursor)
                    .json();
            pages.add(page);
            cursor = page.at("/next").isNull() ? "" : page.at("/next").stringValue();
        } while (!cursor.isEmpty());
        return pages;
    }

    @Test
    void anotherRequestUnderTheKeyOfACancellationIsRefused() {
        String calledOff = SCHEDULES.schedule(id, tomorrow, jollofAt(1));
        String other = SCHEDULES.schedule(id, tomorrow, jollofAt(2));

        Answer cancelled = SCHEDULES.delete(calledOff, "Idempotency-Key", "k");

        assertThat(SCHEDULES.delete(calledOff, "Idempotency-Key", "k").body())
                .isEqualTo(cancelled.body());
        expect(SCHEDULES.delete(other, "Idempotency-Key", "k"), 409, "idempotency-key-reused");
        assertThat(API.get(other).json().at("/state").stringValue()).isEqualTo("PENDING");
    }

    @Test
    void aConditionOnTheMenusVersionIsHonoured() {
        String stale = "\"1\"";
        String newest = "\"2\"";

        expect(SCHEDULES.post(id, tomorrow, jollofAt(1), "If-Match", stale), 412,
                "version-conflict");
        Answer created = SCHEDULES.post(id, tomorrow, jollofAt(1), "If-Match", newest);
        assertThat(created.status()).isEqualTo(201);
        String location = created.header("Location");
        expect(SCHEDULES.delete(location, "If-Match", stale), 412, "version-conflict");
        expect(SCHEDULES.delete(location, "If-Match", "2"), 400, "malformed-request");
        assertThat(SCHEDULES.delete(location, "If-Match", newest).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"at\": \"2020-01-01T00:00:00Z\", \"changes\":"
                    + " [{\"itemId\": \"fufu\", \"name\": \"F\"}]}|/at /changes/0/itemId",
            "{\"at\": \"2020-01-01T11:00\", \"changes\":"
                    + " [{\"itemId\": \"suya\", \"name\": \"S\"}]}|/at",
            "{\"at\": \"2099-01-01T11:00\", \"changes\":"
                    + " [{\"itemId\": \"suya\", \"name\": \"S\"}]}|/at",
            "{\"at\": \"noon\", \"changes\": []}|/at /changes",
            "{\"at\": \"2026-02-30T11:00\", \"changes\": [{\"itemId\": \"suya\"}]}|/at /changes/0",
            "{}|/at /changes",
            "{\"at\": \"TOMORROW\", \"when\": 1, \"changes\":"
                    + " [{\"itemId\": \"suya\", \"nam\": \"S\"}]}|/changes/0 /changes/0/nam /when",
            "{\"at\": \"TOMORROW\", \"changes\": [{\"itemId\": \"suya\", \"price\":"
                    + " {\"amount\": 1, \"currency\": \"USD\"}}]}|/changes/0/price/currency",
            "{\"at\": \"TOMORROW\", \"changes\": [{\"itemId\": \"suya\", \"availability\":"
                    + " {\"status\": \"SOLD_OUT\", \"until\": \"TOMORROW\"}}]}"
                    + "|/changes/0/availability/until"})
    void whatIsWrongIsToldAllAtOnce(String body, String pointers) {
        Answer answer = API.send(HttpMethod.POST, scheduleOf(id),
                body.replace("TOMORROW", tomorrow.toString()));

        expect(answer, 422, "invalid-content");
        assertThat(answer.json().at("/errors").valueStream()
                .map(error -> error.at("/pointer").stringValue()))
                .containsExactlyInAnyOrder(pointers.split(" "));
        assertThat(API.get(scheduleOf(id)).json().at("/items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "cursor=abc", "limit=1&limit=2"})
    void parametersOfListsAreChecked(String parameters) {
        expect(API.get(scheduleOf(id) + "?" + parameters), 400, "malformed-request");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String nobody = scheduleOf("NG-nobody");
        String unknown = "/" + UUID.randomUUID();

        expect(API.get(nobody), 404, "restaurant-not-found");
        expect(API.get(nobody + unknown), 404, "restaurant-not-found");
        expect(SCHEDULES.delete(nobody + unknown), 404, "restaurant-not-found");
        expect(SCHEDULES.post("NG-nobody", tomorrow, jollofAt(1)), 404, "restaurant-not-found");
        expect(API.get(scheduleOf(id) + unknown), 404, "schedule-not-found");
        expect(API.get(scheduleOf(id) + "/1"), 404, "schedule-not-found");
        expect(SCHEDULES.delete(scheduleOf(id) + unknown), 404, "schedule-not-found");
        String elsewhere = SCHEDULES.schedule(API.createMamaPutWithMenu(), tomorrow, jollofAt(1));
        expect(API.get(scheduleOf(id) + elsewhere.substring(elsewhere.lastIndexOf('/'))), 404,
                "schedule-not-found");
    }

    @Test
    void aThousandChangesAreTheMostToCome() {
        insertPending("generate_series(1, 999)", 0);

        assertThat(SCHEDULES.post(id, tomorrow, jollofAt(1)).status()).isEqualTo(201);
        expect(SCHEDULES.post(id, tomorrow, jollofAt(1)), 409, "schedule-full");
    }

    @Test
    void fourMebibytesOfChangesAreTheMostToCome() {
        insertPending("generate_series(1, 4)", 1024 * 1024 - 50);

        assertThat(SCHEDULES.post(id, tomorrow, jollofAt(1)).status()).isEqualTo(201);
        expect(SCHEDULES.post(id, tomorrow, jollofAt(1)), 409, "schedule-full");
    }

    private void insertPending(String rows, int padding) {
        SERVICE.query("west", """
                insert into menu_schedule (id, restaurant_id, at, local, due_at, state, author,
                    created_at, changes)
                select gen_random_uuid(), ?, '2099-01-01T00:00:00Z', false, '2099-01-01', 'PENDING',
                    'chef', now(), '[{"itemId":"suya","name":"S"}]' || repeat(' ', ?)
                from %s returning id""".formatted(rows), id, padding);
    }

    private List<String> changes() {
        return SERVICE.query("west", "select change || ' by ' || author from menu_version"
                + " where restaurant_id = ? order by version", id);
    }

    /** Nobody waits until tomorrow. */
    private void makeDueNow() {
        SERVICE.query("west", "update menu_schedule set due_at = now() where restaurant_id = ?"
                + " returning id", id);
    }

    private static double failures() {
        return SERVICE.bean(MeterRegistry.class)
                .counter("carte.schedule.failed", "shard", "west").count();
    }

    private static void expect(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().at("/type").stringValue()).isEqualTo("urn:problem:carte:" + type);
    }
}
