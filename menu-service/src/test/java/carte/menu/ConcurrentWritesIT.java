package carte.menu;

import static carte.menu.MenuApi.TWO_DISHES;
import static carte.menu.MenuApi.menuOf;
import static org.assertj.core.api.Assertions.assertThat;

import carte.menu.MenuApi.Answer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Writes of one menu at the same time. */
class ConcurrentWritesIT {

    private static final int WRITERS = 20;
    private static final int MANY_WRITERS = 100;
    private static final int ROUNDS = 3;
    private static final List<String> FIELDS = List.of(
            "\"name\":\"Beef suya\"",
            "\"description\":\"Hot\"",
            "\"price\":{\"amount\":190000,\"currency\":\"NGN\"}",
            "\"availability\":{\"status\":\"SOLD_OUT\",\"until\":null}",
            "\"hours\":[{\"days\":[\"SAT\"],\"from\":\"18:00\",\"to\":\"02:00\"}]",
            "\"allergens\":[\"peanuts\"]",
            "\"diets\":[\"halal\"]",
            "\"image\":\"https://images.example/suya\"",
            "\"modifierGroups\":[\"protein\"]",
            "\"prices\":{\"PICKUP\":{\"amount\":170000,\"currency\":\"NGN\"}}",
            "\"translations\":{\"fr\":{\"name\":\"Brochettes\",\"description\":null}}",
            "\"tax\":{\"rateBasisPoints\":750,\"included\":true}");
    private static final RunningMenuService SERVICE = RunningMenuService.shared();
    private static final MenuApi API = SERVICE.api();

    @Test
    void changesOfDifferentFieldsAllSurvive() {
        String id = API.createMamaPutWithMenu();
        String manyItems = "{\"currency\": \"NGN\", \"sections\": [{\"id\": \"all\","
                + " \"name\": \"All\", \"items\": [" + IntStream.range(0, WRITERS / 2)
                        .mapToObj("""
                                {"id": "dish-%d", "name": "Dish",
                                 "price": {"amount": 1, "currency": "NGN"}}"""::formatted)
                        .reduce((a, b) -> a + "," + b)
                        .orElseThrow()
                + "]}]}";
        assertThat(API.send(HttpMethod.PUT, menuOf(id), manyItems, "If-Match", "*").status())
                .isEqualTo(200);

        List<Answer> answers = atOnce(i -> API.patch(id, "dish-" + i / 2, i % 2 == 0
                ? "{\"name\": \"Dish " + i + "\"}"
                : "{\"price\": {\"amount\": " + (1000 + i) + ", \"currency\": \"NGN\"}}"));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers).extracting(Answer::version).doesNotHaveDuplicates();
        JsonNode items = API.get(menuOf(id) + "?min_version=23").json().at("/sections/0/items");
        for (int i = 0; i < WRITERS; i += 2) {
            JsonNode dish = items.get(i / 2);
            assertThat(dish.at("/name").stringValue()).isEqualTo("Dish " + i);
            assertThat(dish.at("/price/amount").longValue()).isEqualTo(1000 + i + 1);
        }
        assertThat(SERVICE.history(id)).hasSize(3 + WRITERS).last().isEqualTo("23");
    }

    @Test
    void ofReplacementsOfOneVersionOneWins() {
        String id = API.createMamaPut();

        List<Answer> answers = atOnce(i -> API.send(HttpMethod.PUT, menuOf(id),
                TWO_DISHES.replace("Jollof rice", "Jollof " + i), "If-Match", "\"1\""));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 412);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(SERVICE.history(id)).containsExactly("1", "2");
    }

    @Test
    void ofAHundredWritersOfOneVersionOneWinsEachRound() {
        String id = API.createMamaPutWithMenu();

        for (int round = 0; round < ROUNDS; round++) {
            int version = 2 + round;
            List<Answer> answers = atOnce(MANY_WRITERS, i -> API.patch(id, "suya",
                    "{\"name\": \"Suya " + version + " of " + i + "\"}",
                    "If-Match", "\"" + version + "\""));

            assertThat(answers).extracting(Answer::status).containsOnly(200, 412);
            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        }

        assertThat(SERVICE.history(id)).hasSize(2 + ROUNDS);
    }

    @Test
    void changesOfAllFieldsOfOneItemAllSurvive() {
        String id = API.createMamaPutWithMenu();

        List<Answer> answers = atOnce(FIELDS.size(),
                i -> API.patch(id, "suya", "{" + FIELDS.get(i) + "}"));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        String suya = API.get(menuOf(id) + "?min_version=" + (2 + FIELDS.size())).json()
                .at("/sections/1/sections/0/items/0").toString();
        assertThat(suya).contains(FIELDS);
    }

    @Test
    void changesOfDifferentFieldsOfARestaurantAllSurvive() {
        String id = API.createMamaPut();
        String path = MenuApi.RESTAURANTS + "/" + id;
        List<String> fields = List.of("\"name\":\"Mama Put Export\"", "\"city\":\"Ibadan\"",
                "\"cuisines\":[\"grill\"]", "\"currency\":\"USD\"",
                "\"timeZone\":\"Africa/Accra\"", "\"location\":null", "\"openingHours\":[]",
                "\"specialDays\":[]", "\"pausedUntil\":\"2999-01-01T00:00:00Z\"");

        List<Answer> answers = atOnce(fields.size(),
                i -> API.send(HttpMethod.PATCH, path, "{" + fields.get(i) + "}"));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(API.get(path).body()).contains(fields);
        assertThat(SERVICE.query("west",
                "select id from audit where restaurant_id = ?", id)).hasSize(fields.size());
    }

    @Test
    void aRequestThatIsRepeatedAtOnceIsDoneOnce() {
        String id = API.createMamaPutWithMenu();

        List<Answer> answers = atOnce(_ -> API.patch(id, "suya", "{\"name\": \"Beef suya\"}",
                "Idempotency-Key", "at-once"));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
        assertThat(SERVICE.history(id)).containsExactly("1", "2", "3");
    }

    @Test
    void ofCreationsOfOneRestaurantOneWins() {
        String id = MenuApi.freshId("NG");

        List<Answer> answers = atOnce(_ -> API.send(
                HttpMethod.POST, MenuApi.RESTAURANTS, MenuApi.mamaPut(id)));

        assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(SERVICE.history(id)).containsExactly("1");
    }

    private static List<Answer> atOnce(IntFunction<Answer> request) {
        return atOnce(WRITERS, request);
    }

    private static List<Answer> atOnce(int many, IntFunction<Answer> request) {
        CountDownLatch ready = new CountDownLatch(many);
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Answer>> answers = IntStream.range(0, many)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                        ready.countDown();
                        awaitAll(ready);
                        return request.apply(i);
                    }, writers))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }

    private static void awaitAll(CountDownLatch ready) {
        try {
            ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
