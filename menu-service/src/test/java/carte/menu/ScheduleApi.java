package carte.menu;

import static carte.menu.MenuApi.menuOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.menu.MenuApi.Answer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpMethod;

/** Scheduled changes as a client sees them. */
record ScheduleApi(MenuApi api) {

    /** A change of the price of jollof in {@link MenuApi#TWO_DISHES}. */
    static String jollofAt(long amount) {
        return """
                {"itemId": "jollof", "price": {"amount": %d, "currency": "NGN"}}"""
                .formatted(amount);
    }

    static String scheduleOf(String id) {
        return menuOf(id) + "/schedule";
    }

    Answer post(String id, Object at, String changes, String... headers) {
        return api.send(HttpMethod.POST, scheduleOf(id), """
                {"at": "%s", "changes": [%s]}""".formatted(at, changes), headers);
    }

    /** Schedules changes and returns the address. */
    String schedule(String id, Object at, String changes) {
        Answer answer = post(id, at, changes);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.header("Location");
    }

    Answer delete(String location, String... headers) {
        return api.send(HttpMethod.DELETE, location, "", headers);
    }

    Answer awaitState(String location, String state) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> api.get(location),
                answer -> answer.json().at("/state").stringValue().equals(state));
    }

    static Instant soon() {
        return Instant.now().plusMillis(700);
    }
}
