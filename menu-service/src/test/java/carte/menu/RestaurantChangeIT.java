package carte.menu;

import static carte.menu.MenuApi.RESTAURANTS;
import static carte.menu.MenuApi.menuOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.event.RestaurantChanged;
import carte.contracts.menu.RestaurantId;
import carte.contracts.restaurant.OpeningHours;
import carte.menu.MenuApi.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** Changes of the restaurant itself. */
class RestaurantChangeIT {

    private static final RunningMenuService SERVICE = RunningMenuService.shared();
    private static final MenuApi API = SERVICE.api();

    private final String id = API.createMamaPutWithMenu();

    @Test
    void fieldsThatAreGivenChangeAndNoOthers() {
        JsonNode before = API.get(RESTAURANTS + "/" + id).json();

        Answer answer = patch("""
                {"name": "Mama Put Ikeja", "location": null,
                 "openingHours": [{"days": ["SUN"], "from": "20:00", "to": "04:00"}],
                 "specialDays": [{"date": "2026-12-25",
                                  "hours": [{"from": "13:00", "to": "02:00"}]}]}""");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(answer.version()).isEqualTo(2);
        JsonNode after = answer.json();
        assertThat(after.at("/name").stringValue()).isEqualTo("Mama Put Ikeja");
        assertThat(after.at("/location").isNull()).isTrue();
        assertThat(after.at("/openingHours/0/to").stringValue()).isEqualTo("04:00");
        assertThat(after.at("/specialDays/0")).hasToString("{\"date\":\"2026-12-25\","
                + "\"closed\":false,\"hours\":[{\"from\":\"13:00\",\"to\":\"02:00\"}]}");
        List.of("id", "city", "cuisines", "currency", "timeZone", "pausedUntil").forEach(
                field -> assertThat(after.get(field)).isEqualTo(before.get(field)));
        JsonNode read = API.get(RESTAURANTS + "/" + id).json();
        assertThat(read).isEqualTo(after);
        assertThat(SERVICE.history(id)).containsExactly("1", "2");
    }

    @Test
    void whatChangedIsInTheAuditOnce() {
        String body = "{\"city\": \"Ibadan\", \"name\": \"Mama Put\"}";
        patch(body, "Idempotency-Key", "move");
        patch(body, "Idempotency-Key", "move");
        patch("{\"city\": \"Ibadan\"}");

        assertThat(SERVICE.query("west", """
                select author || ' ' || action || ' ' || detail from audit
                where restaurant_id = ?""", id)).containsExactly("operator RESTAURANT_CHANGED "
                + "{\"city\": {\"to\": \"Ibadan\", \"from\": \"Lagos\"}}");
    }

    @Test
    void eachChangeIsARevisionThatIsToldOnceAndInOrder() {
        String until = Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.SECONDS).toString();
        patch("{\"city\": \"Ibadan\"}", "Idempotency-Key", "move");
        patch("{\"city\": \"Ibadan\"}", "Idempotency-Key", "move");
        patch("{\"city\": \"Ibadan\"}");
        patch("{\"pausedUntil\": \"" + until + "\", \"specialDays\": null}");
        patch("{\"city\": null}");

        List<RestaurantChanged> told = new ArrayList<>();
        try (RestaurantLog log = RestaurantLog.of(new RestaurantId(id))) {
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                told.addAll(log.poll());
                return told.size() >= 3;
            });
        }

        assertThat(told).extracting(RestaurantChanged::revision).containsExactly(1L, 2L, 3L);
        assertThat(told).extracting(RestaurantChanged::shard).containsOnly("west");
        OpeningHours created = told.getFirst().openingHours();
        assertThat(created.timeZone()).isEqualTo(ZoneId.of("Africa/Lagos"));
        assertThat(created.openingHours()).hasSize(1);
        assertThat(created.specialDays()).hasSize(1);
        assertThat(told.get(1).openingHours()).isEqualTo(created);
        assertThat(told.getLast().openingHours()).isEqualTo(new OpeningHours(created.timeZone(),
                created.openingHours(), List.of(), Instant.parse(until)));
        assertThat(API.get(RESTAURANTS + "/" + id).header("Carte-Restaurant-Revision"))
                .isEqualTo("3");
    }

    @Test
    void anAnswerIsTheRestaurantAsThisVeryPatchLeftIt() {
        List<String> names = IntStream.range(0, 24).mapToObj(i -> "Mama Put " + i).toList();

        List<String> answered = Flux.fromIterable(names)
                .flatMapSequential(name -> Mono.fromCallable(
                        () -> patch("{\"name\": \"" + name + "\"}")
                                .json().at("/name").stringValue())
                        .subscribeOn(Schedulers.boundedElastic()), 12)
                .collectList().block(Duration.ofSeconds(30));

        assertThat(answered).isEqualTo(names);
    }

    @Test
    void versionsOfTheMenuSayNothingAboutTheRestaurant() {
        assertThat(patch("{\"city\": \"Ibadan\"}", "If-Match", "\"99\"").json().at("/city")
                .stringValue()).isEqualTo("Ibadan");
    }

    @Test
    void nestedFieldsAreReplacedSoMergePatchIsNotTaken() {
        String type = "application/merge-patch+json";

        assertThat(patch("{\"city\": \"Ibadan\"}", "Content-Type", type).status())
                .isEqualTo(415);
        assertThat(API.patch(id, "suya", "{\"name\": \"Beef suya\"}", "Content-Type", type)
                .status()).isEqualTo(415);
    }

    @Test
    void aPausedRestaurantIsClosedUntilItGoesOn() {
        patch("{\"openingHours\": null, \"specialDays\": null}");
        String until = Instant.now().plusSeconds(3_600).toString();

        JsonNode paused = patch("{\"pausedUntil\": \"" + until + "\"}").json();
        JsonNode goesOn = patch("{\"pausedUntil\": null}").json();

        assertThat(paused.at("/open").booleanValue()).isFalse();
        assertThat(goesOn.at("/pausedUntil").isNull()).isTrue();
        assertThat(goesOn.at("/open").booleanValue()).isTrue();
    }

    @Test
    void theCurrencyChangesWithTheMenusWhileThereAreNoPrices() {
        String empty = API.createMamaPut();

        Answer answer = API.send(HttpMethod.PATCH, RESTAURANTS + "/" + empty,
                "{\"currency\": \"USD\", \"name\": \"Mama Put Export\"}");

        assertThat(answer.json().at("/currency").stringValue()).isEqualTo("USD");
        assertThat(answer.version()).isEqualTo(2);
        assertThat(API.get(menuOf(empty) + "?min_version=2").json().at("/currency").stringValue())
                .isEqualTo("USD");
        assertThat(SERVICE.query("west", """
                select change from menu_version where restaurant_id = ? and version = 2""",
                empty)).containsExactly("CURRENCY_CHANGED");
        // Version 1 has no prices either, so going back to it leaves the currency alone.
        Answer back = API.send(HttpMethod.POST, menuOf(empty) + "/rollback", "{\"toVersion\": 1}");
        assertThat(back.version()).isEqualTo(2);
    }

    @Test
    void aMenuWithPricesKeepsItsCurrencyAndNothingElseIsChangedBeside() {
        Answer answer = patch("{\"currency\": \"USD\", \"city\": \"Ibadan\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/pointer").stringValue()).isEqualTo("/currency");
        assertThat(answer.json().at("/errors/0/detail").stringValue()).contains("has prices");
        JsonNode restaurant = API.get(RESTAURANTS + "/" + id).json();
        assertThat(restaurant.at("/city").stringValue()).isEqualTo("Lagos");
        assertThat(restaurant.at("/currency").stringValue()).isEqualTo("NGN");
        assertThat(patch("{\"currency\": \"NGN\"}").status()).isEqualTo(200);
    }

    @Test
    void pricesInAnEarlierCurrencyDoNotComeBack() {
        API.send(HttpMethod.PUT, menuOf(id), "{\"currency\": \"NGN\"}", "If-Match", "\"2\"");
        assertThat(patch("{\"currency\": \"USD\"}").version()).isEqualTo(4);

        Answer back = API.send(HttpMethod.POST, menuOf(id) + "/rollback", "{\"toVersion\": 2}");

        assertThat(back.status()).isEqualTo(422);
        assertThat(back.json().at("/errors/0/pointer").stringValue()).isEqualTo("/toVersion");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{}|", "{\"nam\": \"x\"}|/nam", "{\"id\": \"NG-other\"}|/id",
            "{\"country\": \"GH\"}|/country", "{\"name\": null}|/name", "{\"city\": null}|/city",
            "{\"timeZone\": null}|/timeZone", "{\"currency\": null}|/currency",
            "{\"currency\": \"XYZ\"}|/currency", "{\"timeZone\": \"Lagos\"}|/timeZone",
            "{\"pausedUntil\": \"2020-01-01T00:00:00Z\"}|/pausedUntil",
            "{\"pausedUntil\": \"tomorrow\"}|/pausedUntil",
            "{\"location\": {\"lat\": 91, \"lon\": 0}}|/location/lat",
            "{\"specialDays\": [{\"date\": \"2026-12-25\", \"hours\": []}]}"
                    + "|/specialDays/0/closed"})
    void patchesThatAreWrongChangeNothing(String body, String pointer) {
        Answer answer = patch(body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.json().at("/errors").findValuesAsString("pointer"))
                .contains(pointer == null ? "" : pointer);
    }

    @Test
    void anUnknownRestaurantCannotBeChanged() {
        for (String restaurant : List.of("NG-nobody", "FR-nobody", "nobody")) {
            Answer answer = API.send(HttpMethod.PATCH, RESTAURANTS + "/" + restaurant,
                    "{\"name\": \"x\"}");
            assertThat(answer.status()).isEqualTo(404);
        }
    }

    private Answer patch(String body, String... headers) {
        return API.send(HttpMethod.PATCH, RESTAURANTS + "/" + id, body, headers);
    }
}
