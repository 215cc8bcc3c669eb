package carte.menu;

import static carte.menu.MenuApi.RESTAURANTS;
import static org.assertj.core.api.Assertions.assertThat;

import carte.menu.MenuApi.Answer;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

/** Lists of restaurants in three shards that hold nothing else. */
class RestaurantListIT {

    private static final RunningMenuService SERVICE = RunningMenuService
            .start(RunningMenuService.freshShards());
    private static final MenuApi API = SERVICE.api();

    @BeforeAll
    static void createRestaurants() {
        create("NG-buka-1", "NG", "Buka Palace", "Lagos", "\"nigerian\", \"grill\"", "");
        create("NG-buka-2", "NG", "Iya Basira", "Ibadan", "\"nigerian\"", closedNow());
        create("NG-buka-3", "NG", "100% Suya_Spot", "Lagos", "\"grill\"", openNow());
        create("KE-nyama-1", "KE", "Nyama Choma", "Nairobi", "\"kenyan\", \"grill\"", "");
        create("EG-koshary-1", "EG", "Koshary", "Cairo", "\"egyptian\"", closedNow());
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "|EG-koshary-1 KE-nyama-1 NG-buka-1 NG-buka-2 NG-buka-3",
            "country=NG|NG-buka-1 NG-buka-2 NG-buka-3",
            "country=NG&city=&cuisine=&q=&open_now=|NG-buka-1 NG-buka-2 NG-buka-3",
            "country=KE|KE-nyama-1",
            "country=FR|",
            "city=lagos|NG-buka-1 NG-buka-3",
            "cuisine=grill|KE-nyama-1 NG-buka-1 NG-buka-3",
            "cuisine=Grill&country=NG|NG-buka-1 NG-buka-3",
            "q=BUKA|NG-buka-1",
            "q=ibadan|NG-buka-2",
            "q=kenyan|KE-nyama-1",
            "q=iya%20bas|NG-buka-2",
            "q=%25|NG-buka-3",
            "q=_|NG-buka-3",
            "q=%5C|",
            "open_now=true|KE-nyama-1 NG-buka-1 NG-buka-3",
            "open_now=false&country=EG|EG-koshary-1",
            "open_now=true&country=EG|"})
    void filters(String parameters, String expected) {
        Answer answer = API.get(RESTAURANTS + "?" + (parameters == null ? "" : parameters));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(ids(answer)).containsExactlyElementsOf(
                expected == null ? List.of() : List.of(expected.split(" ")));
        assertThat(answer.json().at("/next").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1,''", "2,''", "3,''", "4,''", "5,''", "1,open_now=true&", "2,cuisine=grill&"})
    void pagesHoldEveryRestaurantOnceInOrder(int limit, String filter) {
        List<String> all = ids(API.get(RESTAURANTS + "?" + filter + "limit=100"));

        List<String> paged = new ArrayList<>();
        String next = "";
        while (next != null) {
            Answer page = API.get(RESTAURANTS + "?" + filter + "limit=" + limit
                    + "&cursor=" + next);
            assertThat(ids(page)).hasSizeLessThanOrEqualTo(limit);
            paged.addAll(ids(page));
            next = page.json().at("/next").isNull()
                    ? null
                    : page.json().at("/next").stringValue();
        }

        assertThat(paged).isEqualTo(all);
    }

    @Test
    void openRestaurantsAreFoundBehindManyClosedOnes() {
        IntStream.range(0, 250).forEach(i -> create("MA-closed-%03d".formatted(i), "MA", "Closed",
                "Rabat", "", closedNow()));
        create("MA-open", "MA", "Open", "Rabat", "", "");

        Answer answer = API.get(RESTAURANTS + "?country=MA&open_now=true");

        assertThat(ids(answer)).containsExactly("MA-open");
        assertThat(answer.json().at("/items/0/open").booleanValue()).isTrue();
    }

    @Test
    void theOnesAskedForComeInThatOrder() {
        Answer answer = API.get(RESTAURANTS
                + "?ids=NG-buka-3,EG-koshary-1,NG-nobody,FR-elsewhere,KE-nyama-1,NG-buka-1");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(ids(answer)).containsExactly(
                "NG-buka-3", "EG-koshary-1", "KE-nyama-1", "NG-buka-1");
        assertThat(answer.json().at("/items/2"))
                .isEqualTo(API.get(RESTAURANTS + "/KE-nyama-1").json());
        assertThat(answer.json().at("/next").isNull()).isTrue();
        assertThat(API.get(RESTAURANTS + "?ids=NG-buka-1&limit=5").status()).isEqualTo(400);
    }

    @Test
    void itemsAreWhole() {
        Answer list = API.get(RESTAURANTS + "?country=KE");

        assertThat(list.json().at("/items/0"))
                .isEqualTo(API.get(RESTAURANTS + "/KE-nyama-1").json());
    }

    private static List<String> ids(Answer answer) {
        return answer.json().at("/items").valueStream()
                .map(item -> item.at("/id").stringValue())
                .toList();
    }

    /** Hours that begin in 12 hours and end in 13, every day. */
    private static String closedNow() {
        return hours(12, 13);
    }

    /** Hours that began 2 hours ago and end in 10, every day. */
    private static String openNow() {
        return hours(-2, 10);
    }

    private static String hours(int from, int to) {
        ZonedDateTime now = ZonedDateTime.now(Clock.system(ZoneId.of("Africa/Lagos")));
        DateTimeFormatter format = DateTimeFormatter.ofPattern("HH:mm");
        return """
                {"days": ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"],
                 "from": "%s", "to": "%s"}""".formatted(
                format.format(now.plusHours(from)), format.format(now.plusHours(to)));
    }

    private static void create(String id, String country, String name, String city,
            String cuisines, String hours) {
        Answer answer = API.send(HttpMethod.POST, RESTAURANTS, """
                {"id": "%s", "country": "%s", "name": "%s", "city": "%s", "cuisines": [%s],
                 "currency": "NGN", "timeZone": "Africa/Lagos", "openingHours": [%s]}"""
                .formatted(id, country, name, city, cuisines, hours));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
