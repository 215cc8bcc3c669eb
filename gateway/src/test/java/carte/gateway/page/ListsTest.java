package carte.gateway.page;

import static carte.gateway.page.PagesUnderTest.failed;
import static carte.gateway.page.PagesUnderTest.found;
import static carte.gateway.page.PagesUnderTest.json;
import static carte.gateway.page.PagesUnderTest.restaurant;
import static carte.gateway.page.PagesUnderTest.texts;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.json.ContractJson;
import carte.gateway.page.PopularReads.Popular;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How lists and rankings are put together. */
class ListsTest {

    private static final Instant AS_OF = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Popularity A = new Popularity("NG-a", 7, 4.5, 5, 20);
    private static final Popularity B = new Popularity("NG-b", 9, 4.9, 6, null);

    private final Restaurants restaurants = new Restaurants(
            List.of(restaurant("NG-b"), restaurant("NG-a")));
    private final ObjectNode list = (ObjectNode) ContractJson.mapper().readTree(
            "{\"items\": [], \"next\": \"abc\"}");

    @Test
    void aListHasRatingsInItsOwnOrder() {
        JsonNode rated = json(ListReads.content(
                list, restaurants, found(Map.of("NG-a", A, "NG-b", B))));

        assertThat(rated.findValuesAsString("id")).containsExactly("NG-b", "NG-a");
        assertThat(rated.at("/items/0/rating").doubleValue()).isEqualTo(4.9);
        assertThat(rated.at("/items/1/ratingCount").longValue()).isEqualTo(5);
        assertThat(rated.at("/next").stringValue()).isEqualTo("abc");
        assertThat(rated.at("/unavailable")).isEmpty();
    }

    @Test
    void aListComesWithoutRatingsWhereThoseAreNotToBeHad() {
        JsonNode unrated = json(ListReads.content(list, restaurants, failed()));

        assertThat(unrated.at("/items")).hasSize(2).allSatisfy(item -> {
            assertThat(item.get("rating").isNull()).isTrue();
            assertThat(item.get("ratingCount").isNull()).isTrue();
        });
        assertThat(texts(unrated.at("/unavailable"))).containsExactly("popularity");
    }

    @Test
    void aRankingHasWhatIsRankedAndThereInTheOrderOfTheBatch() {
        Popular popular = popular(true, null, true, null);

        JsonNode page = json(popular.content());
        assertThat(page.findValuesAsString("id")).containsExactly("NG-b", "NG-a");
        assertThat(page.at("/items/0/orderCount").longValue()).isEqualTo(9);
        assertThat(page.at("/items/1/rating").doubleValue()).isEqualTo(4.5);
        assertThat(popular.asOf()).isEqualTo(AS_OF);
    }

    @Test
    void aRankingSaysOfItsOldestPartHowOldItIs() {
        assertThat(popular(true, null, true, null).cacheStatus()).isEqualTo("carte-edge; hit");
        assertThat(popular(true, null, false, null).cacheStatus())
                .isEqualTo("carte-edge; fwd=miss");
        assertThat(popular(false, null, true, null).cacheStatus())
                .isEqualTo("carte-edge; fwd=miss");
        Popular stale = popular(true, Duration.ofSeconds(40), false, Duration.ofSeconds(3));
        assertThat(stale.cacheStatus()).isEqualTo("carte-edge; hit; stale; ttl=-40");
        assertThat(popular(false, null, true, Duration.ofSeconds(3)).staleFor()).hasSeconds(3);
    }

    private Popular popular(boolean kept, @Nullable Duration staleFor, boolean batchKept,
            @Nullable Duration batchStaleFor) {
        return PopularReads.popular(
                new Given<>(new Popularities(AS_OF, 0, List.of(
                        B, new Popularity("NG-gone", 8, 4.8, 5, null), A)), kept, staleFor),
                new Given<>(restaurants, batchKept, batchStaleFor));
    }
}
