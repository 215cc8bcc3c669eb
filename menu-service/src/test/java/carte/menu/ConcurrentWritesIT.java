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
        CountDownLatch ready = new CountDownLatch(WRITERS);
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Answer>> answers = IntStream.range(0, WRITERS)
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
