package carte.menu;

import static carte.menu.MenuApi.menuOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.menu.MenuApi.Answer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

/** Menus leave the service as files and come back. */
class ExchangeIT {

    private static final RunningMenuService SERVICE = RunningMenuService.shared();
    private static final MenuApi API = SERVICE.api();

    private static final String PRICES = """
            name,price,parent
            Jollof rice,2700,Rice
            Zobo,500,Drinks
            """;

    private final String id = API.createMamaPutWithMenu();

    @ParameterizedTest
    @CsvSource({"?format=csv,csv,text/csv;charset=utf-8", "?format=json,json,application/json",
            "'',json,application/json", "?format=jsonld,jsonld,application/ld+json"})
    void anImportOfAnExportChangesNothing(String query, String extension, String type) {
        Answer export = API.get(menuOf(id) + "/export" + query);

        assertThat(export.status()).as(export.body()).isEqualTo(200);
        assertThat(export.header("Content-Type")).isEqualToIgnoringCase(type);
        assertThat(export.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + id + "-v2." + extension + "\"");
        assertThat(export.header("ETag")).isEqualTo("\"2\"");
        assertThat(export.version()).isEqualTo(2);
        Answer imported = importFile(type, export.body(), "");
        assertThat(imported.status()).as(imported.body()).isEqualTo(200);
        assertThat(imported.header("ETag")).isEqualTo("\"2\"");
        assertThat(importFile(type, export.body(), "?dry_run=true").json().at("/changes"))
                .isEmpty();
        assertThat(SERVICE.history(id)).containsExactly("1", "2");
    }

    @Test
    void aDryRunAnswersTheDifferenceAndChangesNothing() {
        Answer dry = importFile("text/csv", PRICES, "?dry_run=true");

        assertThat(dry.status()).as(dry.body()).isEqualTo(200);
        assertThat(dry.version()).isEqualTo(2);
        assertThat(dry.json().at("/from").longValue()).isEqualTo(2);
        assertThat(dry.json().at("/changes").valueStream()
                .map(change -> change.path("kind").stringValue() + " "
                        + change.path("id").stringValue()))
                .contains("ADDED drinks", "ADDED zobo", "REMOVED suya", "REMOVED protein")
                .contains("CHANGED jollof");
        assertThat(SERVICE.history(id)).containsExactly("1", "2");
    }

    @Test
    void anImportReplacesTheMenuAndIsInTheHistory() {
        Answer imported = importFile("text/csv", PRICES, "?dry_run=false", "If-Match", "\"2\"",
                "Idempotency-Key", "import-1");

        assertThat(imported.status()).as(imported.body()).isEqualTo(200);
        assertThat(imported.header("ETag")).isEqualTo("\"3\"");
        assertThat(imported.json().at("/sections/0/items/0/id").stringValue()).isEqualTo("jollof");
        assertThat(imported.json().at("/sections/1/items/0/price/amount").longValue())
                .isEqualTo(50_000);
        assertThat(SERVICE.query("west", "select change from menu_version"
                + " where restaurant_id = ? and version = 3", id)).containsExactly("IMPORTED");
        assertThat(importFile("text/csv", PRICES, "").version()).isEqualTo(3);
        assertThat(importFile("text/csv", PRICES, "?dry_run=false", "If-Match", "\"2\"",
                "Idempotency-Key", "import-1").body()).isEqualTo(imported.body());
    }

    /** Both wait for the menu; the import has read it by then, and is the second. */
    @Test
    void anImportIsReadBesideWhatWasMadeBeforeItsWriting() throws SQLException {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
                Connection holder = SERVICE.connect("west")) {
            hold(holder);
            CompletableFuture<Answer> renaming = CompletableFuture
                    .supplyAsync(() -> API.patch(id, "suya", "{\"name\": \"Kilishi\"}"), clients);
            awaitWaiting(1);
            CompletableFuture<Answer> importing = CompletableFuture
                    .supplyAsync(() -> importFile("text/csv", """
                            kind,parent,name,price
                            section,,Grill,
                            section,Grill,On sticks,
                            item,On sticks,Kilishi,2000
                            """, ""), clients);
            awaitWaiting(2);
            holder.commit();

            assertThat(renaming.join().version()).isEqualTo(3);
            Answer imported = importing.join();
            assertThat(imported.version()).as(imported.body()).isEqualTo(4);
            assertThat(imported.json().at("/sections/0/sections/0/items/0/id").stringValue())
                    .isEqualTo("suya");
        }
    }

    private void hold(Connection holder) throws SQLException {
        holder.setAutoCommit(false);
        try (PreparedStatement lock = holder.prepareStatement(
                "select 1 from menu where restaurant_id = ? for update")) {
            lock.setString(1, id);
            lock.execute();
        }
    }

    private static void awaitWaiting(int many) {
        await().untilAsserted(() -> assertThat(SERVICE.query("west", """
                select pid from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'"""))
                .hasSize(many));
    }

    @Test
    void menusOfWebPagesCanBeImported() {
        Answer imported = importFile("application/ld+json", """
                {"@context": "https://schema.org", "@graph": [
                  {"@type": "Restaurant", "name": "Mama Put", "hasMenu": {"@id": "#menu"}},
                  {"@type": "Menu", "@id": "#menu", "hasMenuSection": {"name": "Rice",
                   "hasMenuItem": {"@type": "MenuItem", "name": "Jollof rice",
                     "offers": {"@type": "Offer", "price": "₦2,500"}}}}]}""", "");

        assertThat(imported.status()).as(imported.body()).isEqualTo(200);
        assertThat(imported.version()).isEqualTo(3);
        assertThat(imported.json().at("/sections/0/items/0/id").stringValue()).isEqualTo("jollof");
    }

    @ParameterizedTest
    @CsvSource({"'',\"1\",412", "?dry_run=true,\"1\",412", "?dry_run=perhaps,\"2\",400",
            "?dry_run=true&dry_run=true,\"2\",400", "'',2,400"})
    void conditionsAndParametersAreKept(String query, String condition, int status) {
        assertThat(importFile("text/csv", PRICES, query, "If-Match", condition).status())
                .isEqualTo(status);
        assertThat(SERVICE.history(id)).containsExactly("1", "2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"text/csv|name,prise|422|/line/1",
            "text/csv|name,price\\nSuya,x|422|/line/2/price", "text/csv|'\"'|400|",
            "text/csv|''|400|", "application/ld+json|{}|422|''", "application/ld+json|[|400|",
            "application/json|{}|422|/currency", "application/json|[|400|",
            "application/xml|<menu/>|415|", "text/csv;charset=utf-16|name|415|"})
    void whatIsWrongIsRefusedAndChangesNothing(
            String type, String file, int status, String pointer) {
        Answer answer = importFile(type, file.replace("\\n", "\n"), "");

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        if (pointer != null) {
            assertThat(answer.json().at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
        }
        assertThat(SERVICE.history(id)).containsExactly("1", "2");
    }

    @Test
    void unknownFormatsAndRestaurantsAreRefused() {
        assertThat(API.get(menuOf(id) + "/export?format=xml").status()).isEqualTo(400);
        assertThat(API.get(menuOf(id) + "/export?format=csv&format=json").status()).isEqualTo(400);
        assertThat(API.get(menuOf("NG-nobody") + "/export").status()).isEqualTo(404);
        assertThat(API.send(HttpMethod.POST, menuOf("NG-nobody") + "/import", PRICES,
                "Content-Type", "text/csv").status()).isEqualTo(404);
    }

    @Test
    void theLargestRealMenuCanBeImported() {
        String file = IntStream.range(0, 3_899)
                .mapToObj(i -> "Dish " + i + "," + i + ".50,Section " + i / 100)
                .collect(Collectors.joining("\n", "name,price,parent\n", "\n"));

        Answer imported = importFile("text/csv", file, "");

        assertThat(imported.status()).as(imported.body()).isEqualTo(200);
        assertThat(imported.json().at("/sections")).hasSize(39);
    }

    private Answer importFile(String type, String file, String query, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = type;
        return API.send(HttpMethod.POST, menuOf(id) + "/import" + query, file, all);
    }
}
