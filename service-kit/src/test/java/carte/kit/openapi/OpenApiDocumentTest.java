package carte.kit.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.menu.Money;
import carte.kit.problem.ProblemType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiDocumentTest {

    private static final String PATH = "/api/v1/restaurants/{id}/kitchen";
    private static final JsonNode DOCUMENT = document(OpenApiDocumentTest::describe);

    /** What a kitchen is like. */
    enum Mood {
        CALM, BUSY
    }

    /** A kitchen. */
    record Kitchen(String name, @Nullable String cook, Mood mood, Map<String, Money> prices) {}

    /** Handlers as services have them. */
    static final class Kitchens {

        @PublicCall(id = "renameKitchen", summary = "Renames", audience = Audience.ADMINS,
                parameters = {SharedParameter.IF_MATCH, SharedParameter.IDEMPOTENCY_KEY})
        @Takes(value = Kitchen.class, example = "kitchen.json")
        @Answers(value = Kitchen.class, description = "The kitchen.", headers = SharedHeader.ETAG)
        @Refuses(ProblemType.RESTAURANT_NOT_FOUND)
        void put() {}

        @PublicCall(id = "seeKitchen", summary = "Shows", audience = Audience.CUSTOMERS)
        @Answers(value = Kitchen.class, description = "The kitchen.")
        void get() {}

        @PublicCall(id = "moveKitchen", summary = "Moves", audience = Audience.ADMINS)
        @Takes(value = Kitchen.class, example = "kitchen.json")
        @Takes(value = String.class, mediaType = "text/csv", example = "kitchen.csv")
        @Answers(value = Kitchen.class, description = "The kitchen.", example = "kitchen.json")
        @Answers(value = Money.class, description = "What it costs.", example = "costs.json")
        void post() {}
    }

    @Test
    void aBodyMustHaveWhatIsRequiredAndNothingUnknown() {
        JsonNode taken = DOCUMENT.at("/components/schemas/KitchenInput");

        assertThat(texts(taken.path("required"))).containsExactly("name");
        assertThat(taken.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(taken.at("/properties/name/maxLength").asInt()).isEqualTo(20);
    }

    @Test
    void anAnswerHasAllItsFieldsAndMayHaveMoreOneDay() {
        JsonNode answered = DOCUMENT.at("/components/schemas/Kitchen");

        assertThat(texts(answered.path("required")))
                .containsExactly("name", "cook", "mood", "prices");
        assertThat(texts(answered.at("/properties/mood/enum"))).containsExactly("CALM", "BUSY");
        assertThat(texts(answered.at("/properties/cook/type"))).containsExactly("string", "null");
        assertThat(answered.at("/properties/prices/additionalProperties/$ref").asString())
                .isEqualTo("#/components/schemas/Money");
        assertThat(answered.has("additionalProperties")).isFalse();
    }

    @Test
    void problemsFollowFromTheFormOfACall() {
        assertThat(operation("put").path("responses").propertyNames()).containsExactly("200",
                "400", "401", "403", "404", "406", "409", "412", "413", "415", "422", "428",
                "429", "502", "503", "504");
        assertThat(operation("get").path("responses").propertyNames()).containsExactly("200",
                "400", "404", "406", "429", "502", "503", "504");
        assertThat(texts(operation("put").at("/responses/404/content/application~1problem+json"
                + "/schema/properties/type/enum"))).containsExactly(
                        "urn:problem:carte:not-found", "urn:problem:carte:restaurant-not-found");
    }

    @Test
    void onlyAdminsNeedAToken() {
        assertThat(operation("put").at("/security/0").has("login")).isTrue();
        assertThat(operation("get").path("security")).isEmpty();
    }

    @Test
    void exampleStandsBesideTheSchema() {
        assertThat(operation("put").at("/requestBody/content/application~1json/example/name")
                .asString()).isEqualTo("Mama Put");
    }

    @Test
    void eachMediaTypeOfABodyHasItsOwnForm() {
        JsonNode content = operation("post").at("/requestBody/content");

        assertThat(content.at("/application~1json/schema/$ref").asString())
                .isEqualTo("#/components/schemas/KitchenInput");
        assertThat(content.at("/text~1csv/schema/type").asString()).isEqualTo("string");
        assertThat(content.at("/text~1csv/example").asString()).startsWith("name\nMama Put");
    }

    @Test
    void oneStatusMayHaveSeveralAnswers() {
        JsonNode answer = operation("post").at("/responses/200");
        JsonNode media = answer.at("/content/application~1json");

        assertThat(answer.path("description").asString()).isEqualTo("The kitchen. What it costs.");
        assertThat(media.at("/schema/anyOf").findValuesAsString("$ref")).containsExactly(
                "#/components/schemas/Kitchen", "#/components/schemas/Money");
        assertThat(media.path("examples").propertyNames()).containsExactly("Kitchen", "Money");
    }

    @Test
    void whatStandsInExamplesForALaterTextIsReplaced() {
        assertThat(operation("post").at("/responses/200/content/application~1json/examples/Money"
                + "/value/currency").asString()).isEqualTo("NGN");
    }

    @Test
    void aShapeOfAFieldThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> document(shapes -> shapes.of(Kitchen.class).required("nmae")))
                .hasMessageContaining("has no field nmae");
    }

    private static void describe(Shapes shapes) {
        shapes.of(Kitchen.class).required("name").text("name", 1, 20);
        shapes.inExamples("{currency}", "NGN");
    }

    private static JsonNode operation(String method) {
        return DOCUMENT.path("paths").path(PATH).path(method);
    }

    private static JsonNode document(ApiShapes shapes) {
        List<Handler> handlers = Arrays.stream(Kitchens.class.getDeclaredMethods())
                .map(OpenApiDocumentTest::handler).toList();
        return OpenApiDocument.of(handlers, List.of(shapes));
    }

    private static Handler handler(Method method) {
        List<String> consumes = switch (method.getName()) {
            case "put" -> List.of("application/json");
            case "post" -> List.of("application/json", "text/csv");
            default -> List.of();
        };
        return new Handler(method.getName().toUpperCase(Locale.ROOT), PATH, consumes, method,
                Kitchens.class);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
