package carte.order.placing;

import static carte.order.MamaPut.freshKitchen;
import static carte.order.OrderServiceFixture.jollof;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import carte.contracts.menu.RestaurantId;
import carte.embedded.EmbeddedServers;
import carte.order.MamaPut;
import carte.order.OrderServiceApplication;
import carte.order.OrderServiceFixture;
import carte.order.StubMenuService;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What is wrong from outside gets its problem document and leaves nothing behind. */
@SpringBootTest(classes = OrderServiceApplication.class, webEnvironment = RANDOM_PORT)
class RefusedInputIT {

    private static final String DATABASE = EmbeddedServers.freshDatabase("orders");
    private static final String PRICE = "{'amount':1,'currency':'NGN'}";

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private WebTestClient customer;

    @DynamicPropertySource
    static void wire(DynamicPropertyRegistry properties) {
        OrderServiceFixture.wire(properties, EmbeddedServers.postgres(), DATABASE);
    }

    @BeforeEach
    void come() {
        customer = OrderServiceFixture.customer(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1", "{} {}", "{\"lines\":1,\"lines\":2}", "jollof, please"})
    void bodyThatCannotBeReadIsMalformed(String body) {
        assertThat(refusal(post(body), 400)).contains("malformed-request");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "restaurantId | 'mama put'                | /restaurantId",
            "restaurantId | 7                         | /restaurantId",
            "menuVersion  | 0                         | /menuVersion",
            "menuVersion  | -1                        | /menuVersion",
            "menuVersion  | 7.5                       | /menuVersion",
            "menuVersion  | '7'                       | /menuVersion",
            "menuVersion  | 99999999999999999999      | /menuVersion",
            "fulfilment   | 'DRONE'                   | /fulfilment",
            "fulfilment   | null                      | /fulfilment",
            "tip          | 5                         | /tip",
            "lines        | []                        | /lines",
            "lines        | null                      | /lines",
            "lines        | 'jollof'                  | /lines",
            "lines        | [1]                       | /lines/0",
            "lines        | [{'itemId':'Jollof','quantity':1,'unitPrice':PRICE}]"
                    + " | /lines/0/itemId",
            "lines        | [{'itemId':'jollof','quantity':0,'unitPrice':PRICE}]"
                    + " | /lines/0/quantity",
            "lines        | [{'itemId':'jollof','quantity':100,'unitPrice':PRICE}]"
                    + " | /lines/0/quantity",
            "lines        | [{'itemId':'jollof','quantity':1}] | /lines/0/unitPrice",
            "lines        | [{'itemId':'jollof','quantity':1,'unitPrice':2500}]"
                    + " | /lines/0/unitPrice",
            "lines        | [{'itemId':'jollof','quantity':1,'unitPrice':{'amount':-1,"
                    + "'currency':'NGN'}}] | /lines/0/unitPrice/amount",
            "lines        | [{'itemId':'jollof','quantity':1,'unitPrice':{'amount':1,"
                    + "'currency':'naira'}}] | /lines/0/unitPrice/currency",
            "lines        | [{'itemId':'jollof','quantity':1,'unitPrice':PRICE,'note':'hot'}]"
                    + " | /lines/0/note",
            "lines        | [{'itemId':'jollof','quantity':1,'unitPrice':PRICE,'options':"
                    + "[{'groupId':'a','optionId':'b','quantity':0}]}]"
                    + " | /lines/0/options/0/quantity",
            "lines        | [{'itemId':'jollof','quantity':1,'unitPrice':PRICE,'options':"
                    + "[{'groupId':'a','quantity':1}]}] | /lines/0/options/0/optionId",
            "lines        | [{'itemId':'jollof','quantity':1,'unitPrice':PRICE,'options':"
                    + "[{'groupId':'a','optionId':'b','quantity':1},"
                    + "{'groupId':'a','optionId':'b','quantity':2}]}] | /lines/0/options"})
    void faultIsToldWithItsPlace(String field, String value, String pointer) {
        String body = body(field, value.replace("PRICE", PRICE));

        assertThat(refusal(post(body), 422))
                .contains("invalid-content")
                .contains("\"pointer\":\"" + pointer + "\"")
                .containsOnlyOnce("\"pointer\"");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThat(refusal(post("{\"tip\":5,\"lines\":[{}]}"), 422))
                .contains("\"/restaurantId\"", "\"/menuVersion\"", "\"/fulfilment\"", "\"/tip\"",
                        "\"/lines/0/itemId\"", "\"/lines/0/quantity\"", "\"/lines/0/unitPrice\"");
    }

    @Test
    void versionThatTheMenuNeverHadIsAFault() {
        RestaurantId kitchen = freshKitchen();
        StubMenuService.shared().knows(MamaPut.menu(kitchen, 8));

        assertThat(refusal(customer.post().uri("/api/v1/orders")
                .bodyValue(jollof(kitchen, 99, 1, 350_000)).exchange(), 422))
                .contains("\"/menuVersion\"", "the menu of " + kitchen + " has no version 99");
    }

    @Test
    void hundredLinesAreTakenAndNoMore() {
        String line = "{'itemId':'jollof','quantity':1,'unitPrice':" + PRICE + "},";

        assertThat(refusal(post(lines(line.repeat(100))), 404)).contains("restaurant-not-found");
        assertThat(refusal(post(lines(line.repeat(101))), 422)).contains("\"/lines\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "jollöf"})
    void keyThatIsNotVisibleAsciiIsMalformed(String key) {
        WebTestClient.ResponseSpec answer = customer.post().uri("/api/v1/orders")
                .header("Idempotency-Key", key).bodyValue(anyOrder()).exchange();

        assertThat(refusal(answer, 400)).contains("Idempotency-Key");
    }

    @Test
    void twoKeysAreMalformed() {
        WebTestClient.ResponseSpec answer = customer.post().uri("/api/v1/orders")
                .header("Idempotency-Key", "a", "b").bodyValue(anyOrder()).exchange();

        assertThat(refusal(answer, 400)).contains("Idempotency-Key");
    }

    @Test
    void otherMediaTypesMethodsAndPathsAreRefused() {
        refusal(customer.post().uri("/api/v1/orders").contentType(MediaType.TEXT_PLAIN)
                .bodyValue(anyOrder()).exchange(), 415);
        refusal(customer.post().uri("/api/v1/orders").accept(MediaType.APPLICATION_XML)
                .bodyValue(anyOrder()).exchange(), 406);
        refusal(customer.delete().uri("/api/v1/orders").exchange(), 405);
        refusal(customer.get().uri("/api/v1/bills").exchange(), 404);
        refusal(post("{\"tip\":\"" + "x".repeat(3 << 20) + "\"}"), 413);
    }

    private WebTestClient.ResponseSpec post(String body) {
        return customer.post().uri("/api/v1/orders").bodyValue(body).exchange();
    }

    /** Takes the answer's body, after making sure that nothing was written. */
    private String refusal(WebTestClient.ResponseSpec answer, int status) {
        answer.expectStatus().isEqualTo(status)
                .expectHeader().contentType("application/problem+json");
        assertThat(count("customer_order")).isZero();
        assertThat(count("idempotency_key")).isZero();
        return Objects.requireNonNull(
                answer.expectBody(String.class).returnResult().getResponseBody());
    }

    private long count(String table) {
        return Objects.requireNonNull(database.sql("select count(*) from " + table)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class))).one().block());
    }

    private static String anyOrder() {
        return jollof(freshKitchen(), 1, 1, 1);
    }

    private static String lines(String lines) {
        return body("lines", "[" + lines.substring(0, lines.length() - 1) + "]");
    }

    private static String body(String field, String value) {
        String right = "{'restaurantId':'NG-nowhere','menuVersion':1,'fulfilment':'PICKUP',"
                + "'lines':[{'itemId':'jollof','quantity':1,'unitPrice':" + PRICE + "}]}";
        String wrong = right.contains("'" + field + "'")
                ? right.replaceFirst("'" + field + "':(\\[.*]|[^,]*)", "'" + field + "':" + value)
                : right.replaceFirst("}$", ",'" + field + "':" + value + "}");
        return wrong.replace('\'', '"');
    }
}
