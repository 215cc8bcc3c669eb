package carte.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.gateway.route.RouteTable;
import carte.local.contract.AnswerCheck;
import carte.local.contract.AnswerCheck.Answer;
import carte.local.contract.ApiDocument;
import carte.local.contract.ApiDocument.Operation;
import carte.local.contract.Attempt;
import carte.local.contract.Examples;
import carte.local.contract.Requests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document is true: what it gives as examples works, and nothing else is answered. */
class PublicContractIT {

    private static final PublicApi API = RunningSuite.shared().api();
    private static final ContractClient CLIENT = new ContractClient(
            RunningSuite.shared().gateway());
    private static final ApiDocument DOCUMENT = new ApiDocument(
            (ObjectNode) JsonMapper.shared().readTree(
                    API.get("/openapi.json").response().body()));
    private static final long SEED = 42;

    private static Order order = new Order("", "");
    private static Order delivered = order;
    private static String scheduleId = "";

    private record Order(String id, String token) {}

    /** Mama Put as the examples know her: version 7 of her menu is the example of a menu. */
    @BeforeAll
    static void examplesAreTaken() {
        succeed("createRestaurant");
        // By turns, for what changes nothing makes no version.
        for (int version = 2; version <= 7; version++) {
            succeed(version % 2 == 0 ? "replaceMenu" : "changeItem");
        }
        scheduleId = JsonMapper.shared().readTree(succeed("scheduleChanges").body())
                .path("id").asString();
        // The order-service has a copy of the menu of its own, which comes through the log.
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> succeed("placeOrder"));
        order = placed();
        delivered = placed();
        for (String state : List.of("ACCEPTED", "PREPARING", "READY", "DELIVERED")) {
            assertThat(API.send("POST", "/api/v1/orders/" + delivered.id() + "/transitions",
                    "{\"to\": \"" + state + "\"}").status()).isEqualTo(200);
        }
    }

    private static Order placed() {
        JsonNode placed = JsonMapper.shared().readTree(succeed("placeOrder").body());
        return new Order(placed.path("id").asString(), placed.path("accessToken").asString());
    }

    @Test
    void everyRouteIsDescribedAndNothingElse() {
        List<String> routes = RouteTable.routes().stream()
                .flatMap(route -> route.methods().stream()
                        .filter(method -> !method.equals(HttpMethod.HEAD))
                        .map(method -> method + " " + route.template()))
                .toList();

        assertThat(DOCUMENT.operations()).extracting(Operation::toString)
                .containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(DOCUMENT.root().findValuesAsString("$ref")).isNotEmpty().allSatisfy(
                reference -> assertThat(DOCUMENT.root().at(reference.substring(1)).isMissingNode())
                        .as(reference).isFalse());
    }

    @Test
    void examplesAreAsTheirSchemasSay() {
        assertThat(new Examples(DOCUMENT).faults()).isEmpty();
    }

    @Test
    void everyExampleIsTaken() {
        // Other tests may have left her closed.
        succeed("changeRestaurant");
        succeed("replaceMenu");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> succeed("placeOrder"));
        assertThat(DOCUMENT.operations().stream()
                .filter(operation -> !operation.id().equals("createRestaurant")))
                .allSatisfy(operation -> succeed(operation.id()));
    }

    @Test
    void nothingIsAnsweredThatIsNotDocumented() {
        List<Attempt> attempts = attempts(DOCUMENT.operations());

        assertThat(attempts).hasSizeGreaterThan(1_000);
        assertThat(faults(DOCUMENT, attempts)).isEmpty();
    }

    @Test
    void aDocumentThatConcealsAStatusIsFoundOut() {
        ApiDocument concealing = new ApiDocument(DOCUMENT.root().deepCopy());
        ((ObjectNode) concealing.root().at(
                "/paths/~1api~1v1~1restaurants~1{id}~1menu~1batch/post/responses"))
                .remove("422");

        assertThat(faults(concealing, "changeItems"))
                .anySatisfy(fault -> assertThat(fault).contains("422 is not documented"));
    }

    @Test
    void aDocumentThatConcealsThatATokenIsNeededIsFoundOut() {
        ApiDocument concealing = new ApiDocument(DOCUMENT.root().deepCopy());
        ((ObjectNode) concealing.root().at(
                "/paths/~1api~1v1~1restaurants~1{id}~1menu~1export/get/responses"))
                .remove(List.of("401", "403"));

        assertThat(faults(concealing, "exportMenu"))
                .anySatisfy(fault -> assertThat(fault).contains("401 is not documented"))
                .anySatisfy(fault -> assertThat(fault).contains("403 is not documented"));
    }

    @Test
    void aDocumentThatPromisesTooMuchIsFoundOut() {
        ApiDocument promising = new ApiDocument(DOCUMENT.root().deepCopy());
        ((ObjectNode) promising.root().at("/components/schemas/Restaurant"))
                .withArrayProperty("required").add("stars");

        assertThat(faults(promising, "readRestaurant"))
                .anySatisfy(fault -> assertThat(fault).contains("stars"));
    }

    private static List<String> faults(ApiDocument document, String id) {
        return faults(document, attempts(document.operations().stream()
                .filter(operation -> operation.id().equals(id)).toList()));
    }

    private static List<String> faults(ApiDocument document, Collection<Attempt> attempts) {
        AnswerCheck check = new AnswerCheck(document);
        List<String> faults = new ArrayList<>();
        for (Attempt attempt : attempts) {
            Answer answer = CLIENT.send(attempt);
            check.fault(attempt, answer)
                    .ifPresent(fault -> faults.add(attempt + ": " + fault + "\n  " + answer));
        }
        return faults;
    }

    private static List<Attempt> attempts(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation -> requests(operation).all(operation).stream())
                .toList();
    }

    private static Answer succeed(String id) {
        Operation operation = DOCUMENT.operations().stream()
                .filter(candidate -> candidate.id().equals(id)).findFirst().orElseThrow();
        Attempt attempt = requests(operation).example(operation);
        Answer answer = CLIENT.send(attempt);
        assertThat(new AnswerCheck(DOCUMENT).fault(attempt, answer))
                .as(attempt + ": " + answer).isEmpty();
        return answer;
    }

    /** Only an order that was delivered can be rated, and such a one goes nowhere else. */
    private static Requests requests(Operation operation) {
        Order known = operation.id().equals("rateOrder") ? delivered : order;
        Map<String, String> variables = Map.of(
                "restaurants/{id}", "NG-mama-put-ikeja",
                "items/{itemId}", "jollof",
                "versions/{version}", "5",
                "schedule/{scheduleId}", scheduleId,
                "orders/{id}", known.id());
        return new Requests(DOCUMENT, new Requests.Known() {

            @Override
            public String variable(String place) {
                return variables.getOrDefault(place, "1");
            }

            @Override
            public String token(String scheme) {
                return scheme.equals("orderToken")
                        ? known.token()
                        : RunningSuite.shared().token("operator");
            }

            @Override
            public String strangersToken(String scheme) {
                return scheme.equals("orderToken")
                        ? ""
                        : RunningSuite.shared().token("NG-suya-spot");
            }
        }, SEED);
    }
}
