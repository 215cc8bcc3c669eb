package carte.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.fixture.Golden;
import carte.contracts.fixture.Menus;
import carte.contracts.fixture.Records;
import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.RestaurantId;
import carte.contracts.order.OrderState;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds the published document, asyncapi.yaml, against the code and the golden files. */
class AsyncApiTest {

    private static final JsonNode DOCUMENT = new YAMLMapper().readTree(Path.of("asyncapi.yaml"));
    private static final String BODY = Golden.text("menu-changed-v1.json");
    private static final String WITH_TAX = Golden.text("menu-changed-v1.1.json");

    @ParameterizedTest
    @CsvSource({"menuEvents, " + MenuTopic.NAME + "," + MenuTopic.PARTITIONS,
            "menuEventsDeadLetters, " + MenuTopic.DEAD_LETTERS + "," + MenuTopic.PARTITIONS,
            "menuSightings, " + SightingTopic.NAME + "," + SightingTopic.PARTITIONS,
            "restaurantEvents, " + RestaurantTopic.NAME + "," + RestaurantTopic.PARTITIONS,
            "orderEvents, " + OrderTopic.NAME + "," + OrderTopic.PARTITIONS})
    void channelIsTheTopic(String channel, String topic, int partitions) {
        JsonNode described = DOCUMENT.at("/channels/" + channel);
        assertThat(described.at("/address").asString()).isEqualTo(topic);
        assertThat(described.at("/bindings/kafka/topic").asString()).isEqualTo(topic);
        assertThat(described.at("/bindings/kafka/partitions").asInt())
                .isEqualTo(partitions);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(DOCUMENT.findValuesAsString("$ref")).isNotEmpty().allSatisfy(
                reference -> assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode())
                        .as(reference).isFalse());
    }

    @Test
    void messageIsTheEvent() {
        assertThat(DOCUMENT.at("/components/messages/menuChanged/name").asString())
                .isEqualTo(MenuEventCodec.MENU_CHANGED);
        assertThat(DOCUMENT.at("/components/schemas/MenuChangedHeaders/properties/ce_type/const")
                .asString()).isEqualTo(MenuEventCodec.MENU_CHANGED);
    }

    @Test
    void sightingIsDescribedAsItIsSent() {
        assertThat(DOCUMENT.at("/components/messages/menuSighted/name").asString())
                .isEqualTo(MenuSightingCodec.MENU_SIGHTED);
        Map<String, String> headers = Golden.headers("menu-sighted-v1.headers");
        assertThat(faults("MenuSightedHeaders", tree(headers))).isEmpty();
        assertThat(faults("MenuSighted", read(Golden.text("menu-sighted-v1.json")))).isEmpty();
        JsonNode sighting = DOCUMENT.at("/components/schemas/MenuSighted/properties");
        assertThat(sighting.at("/instance/pattern").asString())
                .isEqualTo("^" + MenuSighted.INSTANCE_PATTERN + "$");
        assertThat(sighting.at("/stage/enum").valueStream().map(JsonNode::asString))
                .containsExactly("KAFKA_ACKED", "REDIS_APPLIED", "GATEWAY_SEEN");
        assertThat(DOCUMENT.at("/channels/menuSightings/bindings/kafka/topicConfiguration"
                + "/retention.bytes").asLong()).isEqualTo(SightingTopic.RETAINED_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-changed-v1.json", "order-changed-v1-rated.json"})
    void orderIsDescribedAsItIsSent(String golden) {
        JsonNode strict = DOCUMENT.deepCopy();
        strict.at("/components/schemas").forEach(AsyncApiTest::allowNothingElse);
        assertThat(faults(strict, "OrderChanged", read(Golden.text(golden)))).isEmpty();
    }

    @Test
    void orderIsDescribedWithTheConstantsOfTheCode() {
        assertThat(DOCUMENT.at("/components/messages/orderChanged/name").asString())
                .isEqualTo(OrderEventCodec.ORDER_CHANGED);
        Map<String, String> headers = Golden.headers("order-changed-v1.headers");
        assertThat(faults("OrderChangedHeaders", tree(headers))).isEmpty();
        JsonNode order = DOCUMENT.at("/components/schemas/OrderChanged/properties");
        assertThat(order.at("/state/enum").valueStream().map(JsonNode::asString))
                .containsExactly(Arrays.stream(OrderState.values()).map(Enum::name)
                        .toArray(String[]::new));
        assertThat(order.at("/stars/maximum").asInt()).isEqualTo(OrderChanged.MOST_STARS);
        assertThat(DOCUMENT.at("/channels/orderEvents/bindings/kafka/topicConfiguration"
                + "/retention.ms").asLong())
                .isEqualTo(Duration.ofDays(OrderTopic.RETAINED_DAYS).toMillis());
    }

    @Test
    void restaurantIsDescribedAsItIsSent() {
        assertThat(DOCUMENT.at("/components/messages/restaurantChanged/name").asString())
                .isEqualTo(RestaurantEventCodec.RESTAURANT_CHANGED);
        Map<String, String> headers = Golden.headers("restaurant-changed-v1.headers");
        assertThat(faults("RestaurantChangedHeaders", tree(headers))).isEmpty();
        JsonNode strict = DOCUMENT.deepCopy();
        strict.at("/components/schemas").forEach(AsyncApiTest::allowNothingElse);
        assertThat(faults(strict, "RestaurantChanged",
                read(Golden.text("restaurant-changed-v1.json")))).isEmpty();
    }

    @Test
    void restaurantIdHasTheSameForm() {
        assertThat(DOCUMENT.at("/components/schemas/RestaurantId/pattern").asString())
                .isEqualTo("^" + RestaurantId.PATTERN + "$");
    }

    @Test
    void headersAreTheOnesThatAreSent() {
        Map<String, String> headers = headers();
        assertThat(faults("MenuChangedHeaders", tree(headers))).isEmpty();
        JsonNode required = DOCUMENT.at("/components/schemas/MenuChangedHeaders/required");
        assertThat(required.valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(headers.keySet());
    }

    @Test
    void headersOfAnotherTypeAreRefused() {
        Map<String, String> headers = headers();
        headers.put(CloudEventHeaders.TYPE, "carte.menu.changed.v2");
        assertThat(faults("MenuChangedHeaders", tree(headers))).hasSize(1);
    }

    @Test
    void deadLetterHeadersAreTheOnesThatAreSent() {
        JsonNode required = DOCUMENT.at("/components/schemas/UnreadableRecordHeaders/required");
        assertThat(required.valueStream().map(JsonNode::asString)).containsExactly(
                DeadLetterHeaders.REASON,
                DeadLetterHeaders.TOPIC,
                DeadLetterHeaders.PARTITION,
                DeadLetterHeaders.OFFSET);
    }

    @ParameterizedTest
    @CsvSource({"menu-changed-v1.json", "menu-changed-v1.1.json", "menu-changed-v1.4.json",
            "menu-changed-v1-without-menu.json"})
    void goldenBodiesAreValid(String name) {
        assertThat(faults("MenuChanged", read(Golden.text(name)))).isEmpty();
    }

    @Test
    void documentWithEverythingSetIsValid() {
        assertThat(faults("MenuDocument", everything())).isEmpty();
    }

    @Test
    void everyFieldIsDescribed() {
        JsonNode strict = DOCUMENT.deepCopy();
        strict.at("/components/schemas").forEach(AsyncApiTest::allowNothingElse);
        assertThat(faults(strict, "MenuChanged", read(BODY))).isEmpty();
        assertThat(faults(strict, "MenuChanged", read(WITH_TAX))).isEmpty();
        ObjectNode more = (ObjectNode) read(BODY);
        ((ObjectNode) more.at("/menu/sections/0/items/0")).put("calories", 640);
        assertThat(faults(strict, "MenuChanged", more)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"version\":7          | \"version\":\"7\"",
            "\"version\":7          | \"version\":0",
            "\"publishedAt\"        | \"printedAt\"",
            "2026-03-01T11:00       | yesterday",
            "NG-mama-put-ikeja      | mama put",
            "\"amount\":250000      | \"amount\":2500.5",
            "\"amount\":250000      | \"amount\":-1",
            "\"currency\":\"NGN\"   | \"currency\":\"naira\"",
            "\"SOLD_OUT\"           | \"GONE\"",
            "\"11:00\"              | \"25:00\"",
            "\"MON\"                | \"Monday\"",
            "\"DELIVERY\"           | \"DRONE\"",
            "\"id\":\"jollof\"      | \"id\":\"Jollof Rice\"",
            "\"sections\":[         | \"parts\":["})
    void wrongBodyIsRefused(String right, String wrong) {
        assertThat(BODY).contains(right);
        assertThat(faults("MenuChanged", read(BODY.replace(right, wrong)))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"rateBasisPoints\":750  | \"rateBasisPoints\":7.5",
            "\"rateBasisPoints\":750  | \"rateBasisPoints\":10001",
            "\"included\":true        | \"included\":\"yes\"",
            "\"included\":true        | \"inclusive\":true"})
    void wrongTaxIsRefused(String right, String wrong) {
        assertThat(WITH_TAX).contains(right);
        assertThat(faults("MenuChanged", read(WITH_TAX.replace(right, wrong)))).isNotEmpty();
    }

    private static void allowNothingElse(JsonNode schema) {
        if (schema.has("properties") && schema instanceof ObjectNode object) {
            object.put("additionalProperties", false);
        }
        schema.forEach(AsyncApiTest::allowNothingElse);
    }

    private static JsonNode everything() {
        return read(new String(
                MenuJson.of(Menus.withEverythingSet()).utf8(),
                StandardCharsets.UTF_8));
    }

    private static Map<String, String> headers() {
        return new LinkedHashMap<>(MenuEventCodec
                .encode(Records.menuChanged(Menus.MAMA_PUT, 7, Menus.PUBLISHED))
                .headers());
    }

    private static JsonNode read(String json) {
        return ContractJson.mapper().readTree(json);
    }

    private static JsonNode tree(Map<String, String> headers) {
        return ContractJson.mapper().valueToTree(headers);
    }

    private static List<Error> faults(String schema, JsonNode instance) {
        return faults(DOCUMENT, schema, instance);
    }

    private static List<Error> faults(JsonNode document, String name, JsonNode instance) {
        ObjectNode root = ContractJson.mapper().createObjectNode();
        root.put("$ref", "#/components/schemas/" + name);
        root.set("components", document.get("components"));
        Schema schema = SchemaRegistry
                .withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(root);
        return schema.validate(instance, context -> context
                .executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
