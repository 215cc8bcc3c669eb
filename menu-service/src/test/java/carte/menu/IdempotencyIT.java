package carte.menu;

import static carte.menu.MenuApi.RESTAURANTS;
import static carte.menu.MenuApi.TWO_DISHES;
import static carte.menu.MenuApi.menuOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.menu.MenuApi.Answer;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

/** Requests that are sent again under their key. */
class IdempotencyIT {

    private static final RunningMenuService SERVICE = RunningMenuService.shared();
    private static final MenuApi API = SERVICE.api();
    private static final String KEY = "Idempotency-Key";

    @Test
    void theSameRequestGetsTheSameAnswerAndIsDoneOnce() {
        String id = API.createMamaPut();

        Answer first = API.send(HttpMethod.PUT, menuOf(id), TWO_DISHES,
                "If-Match", "\"1\"", KEY, "lunch");
        API.patch(id, "suya", "{\"name\": \"Beef suya\"}");
        Answer again = API.send(HttpMethod.PUT, menuOf(id), TWO_DISHES,
                "If-Match", "\"1\"", KEY, "lunch");

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.version()).isEqualTo(2);
        assertThat(again.header("ETag")).isEqualTo("\"2\"");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(SERVICE.history(id)).containsExactly("1", "2", "3");
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        String id = API.createMamaPutWithMenu();
        API.patch(id, "suya", "{\"name\": \"Beef suya\"}", KEY, "k");

        Answer otherBody = API.patch(id, "suya", "{\"name\": \"Goat suya\"}", KEY, "k");
        Answer otherItem = API.patch(id, "jollof", "{\"name\": \"Beef suya\"}", KEY, "k");

        assertThat(otherBody.status()).isEqualTo(409);
        assertThat(otherBody.json().at("/type").stringValue())
                .isEqualTo("urn:problem:carte:idempotency-key-reused");
        assertThat(otherItem.status()).isEqualTo(409);
        assertThat(SERVICE.history(id)).hasSize(3);
    }

    @Test
    void aKeyOfARequestThatWasRefusedIsFree() {
        String id = API.createMamaPutWithMenu();

        assertThat(API.patch(id, "fufu", "{\"name\": \"Fufu\"}", KEY, "k").status())
                .isEqualTo(404);
        assertThat(API.patch(id, "suya", "{\"name\": \"Beef suya\"}", KEY, "k").status())
                .isEqualTo(200);
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        String id = API.createMamaPutWithMenu();
        API.patch(id, "suya", "{\"name\": \"Beef suya\"}", KEY, "k");
        SERVICE.query("west", "update idempotency_key set created_at = created_at"
                + " - interval '25 hours' where restaurant_id = ? returning key", id);

        Answer other = API.patch(id, "suya", "{\"name\": \"Goat suya\"}", KEY, "k");

        assertThat(other.status()).isEqualTo(200);
        assertThat(other.version()).isEqualTo(4);
        assertThat(API.patch(id, "suya", "{\"name\": \"Goat suya\"}", KEY, "k").version())
                .isEqualTo(4);
    }

    @Test
    void aRepeatedRequestIsNotRefusedBecauseItsTimesHavePassed() {
        String id = API.createMamaPutWithMenu();
        Instant until = Instant.now().plusSeconds(4);
        String off = "\"availability\": {\"status\": \"SOLD_OUT\", \"until\": \"" + until + "\"}";
        String menu = TWO_DISHES.replace("\"id\": \"suya\",", "\"id\": \"suya\", " + off + ",");
        List<Supplier<Answer>> requests = List.of(
                () -> API.patch(id, "jollof", "{" + off + "}", KEY, "patch"),
                () -> API.send(HttpMethod.POST, menuOf(id) + "/batch",
                        "{\"changes\": [{\"itemId\": \"suya\", " + off + "}]}", KEY, "batch"),
                () -> API.send(HttpMethod.PUT, menuOf(id), menu, "If-Match", "*", KEY, "put"),
                () -> API.send(HttpMethod.POST, menuOf(id) + "/import",
                        menu.replace("Grill", "Fire"), KEY, "import"));
        String paused = "{\"pausedUntil\": \"" + until + "\"}";
        String restaurant = RESTAURANTS + "/" + id;

        List<Answer> first = requests.stream().map(Supplier::get).toList();
        Answer pausedFirst = API.send(HttpMethod.PATCH, restaurant, paused, KEY, "pause");
        Answer scheduled = new ScheduleApi(API).post(id, until.minusMillis(200),
                "{\"itemId\": \"suya\", " + off + "}", KEY, "schedule");
        await().until(() -> Instant.now().isAfter(until.plusMillis(50)));
        List<Answer> again = requests.stream().map(Supplier::get).toList();

        assertThat(first).extracting(Answer::version).containsExactly(3L, 4L, 5L, 6L);
        assertThat(again).extracting(Answer::status).containsOnly(200);
        assertThat(again).extracting(Answer::body)
                .isEqualTo(first.stream().map(Answer::body).toList());
        assertThat(pausedFirst.status()).isEqualTo(200);
        assertThat(API.send(HttpMethod.PATCH, restaurant, paused, KEY, "pause").json()
                .at("/pausedUntil")).isEqualTo(pausedFirst.json().at("/pausedUntil"));
        assertThat(new ScheduleApi(API).post(id, until.minusMillis(200),
                "{\"itemId\": \"suya\", " + off + "}", KEY, "schedule").header("Location"))
                .isNotEmpty().isEqualTo(scheduled.header("Location"));
        assertThat(API.patch(id, "jollof", "{" + off + "}", KEY, "new").status()).isEqualTo(422);
    }

    @Test
    void aRestaurantIsCreatedOnce() {
        String id = MenuApi.freshId("NG");

        Answer first = API.send(HttpMethod.POST, RESTAURANTS, MenuApi.mamaPut(id), KEY, "open");
        Answer again = API.send(HttpMethod.POST, RESTAURANTS, MenuApi.mamaPut(id), KEY, "open");
        Answer other = API.send(HttpMethod.POST, RESTAURANTS,
                MenuApi.mamaPut(id).replace("Mama Put", "Mama Cass"), KEY, "open");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().at("/type").stringValue())
                .isEqualTo("urn:problem:carte:idempotency-key-reused");
        assertThat(SERVICE.history(id)).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "na\u00efve"})
    void malformedKeysAreRefused(String key) {
        String id = API.createMamaPutWithMenu();

        Answer answer = API.patch(id, "suya", "{\"name\": \"Beef suya\"}", KEY, key);
        Answer tooLong = API.patch(id, "suya", "{\"name\": \"Beef suya\"}", KEY,
                "k".repeat(256));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(API.patch(id, "suya", "{\"name\": \"Beef suya\"}", KEY,
                "k".repeat(255)).status()).isEqualTo(200);
    }
}
