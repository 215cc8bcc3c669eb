package carte.gateway.page;

import static carte.gateway.page.PagesUnderTest.LIKED;
import static carte.gateway.page.PagesUnderTest.failed;
import static carte.gateway.page.PagesUnderTest.found;
import static carte.gateway.page.PagesUnderTest.json;
import static carte.gateway.page.PagesUnderTest.mamaPut;
import static carte.gateway.page.PagesUnderTest.menu;
import static carte.gateway.page.PagesUnderTest.texts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import carte.gateway.edge.MenuPart;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PageBodyTest {

    private static final Popularity NEW = new Popularity(LIKED.restaurantId(), 0, null, 0, null);

    @Test
    void holdsAllPartsAndTheMenuByteForByte() {
        Content content = page(found(mamaPut()), menu(), found(LIKED));
        JsonNode page = json(content);

        assertThat(page.propertyNames()).containsExactly(
                "restaurant", "menu", "popularity", "waitingTime", "unavailable");
        assertThat(new String(content.utf8(), UTF_8)).contains(
                ",\"menu\":" + MenuByHand.SEVEN.json() + ",");
        assertThat(page.at("/restaurant/name").stringValue()).isEqualTo("Mama Put");
        assertThat(page.get("popularity").toString())
                .isEqualTo("{\"orderCount\":812,\"rating\":4.7,\"ratingCount\":640}");
        assertThat(page.get("waitingTime").toString()).isEqualTo("{\"minutes\":25}");
        assertThat(page.get("unavailable")).isEmpty();
    }

    @Test
    void showsTheRestaurantsRatingFromItsPopularity() {
        JsonNode page = json(page(found(mamaPut()), menu(), found(LIKED)));

        assertThat(page.at("/restaurant/rating").doubleValue()).isEqualTo(4.7);
        assertThat(page.at("/restaurant/ratingCount").longValue()).isEqualTo(640);
        assertThat(page.get("restaurant").propertyNames())
                .containsExactlyElementsOf(mamaPut().propertyNames());
    }

    @Test
    void leavesOutAndNamesWhatIsNotToBeHad() {
        JsonNode page = json(page(failed(), menu(), failed()));

        assertThat(page.get("restaurant").isNull()).isTrue();
        assertThat(page.get("popularity").isNull()).isTrue();
        assertThat(page.get("waitingTime").isNull()).isTrue();
        assertThat(texts(page.get("unavailable")))
                .containsExactly("restaurant", "popularity", "waitingTime");
        assertThat(json(page(found(mamaPut()), failed(), found(LIKED))).get("menu").isNull())
                .isTrue();
        JsonNode unrated = json(page(found(mamaPut()), menu(), failed())).get("restaurant");
        assertThat(unrated.get("rating").isNull()).isTrue();
        assertThat(unrated.get("ratingCount").isNull()).isTrue();
    }

    @Test
    void tellsWhatIsNotKnownYetFromWhatIsNotToBeHad() {
        JsonNode page = json(page(found(mamaPut()), menu(), found(NEW)));

        assertThat(page.get("waitingTime").toString()).isEqualTo("{\"minutes\":null}");
        assertThat(page.get("popularity").toString())
                .isEqualTo("{\"orderCount\":0,\"rating\":null,\"ratingCount\":0}");
        assertThat(page.get("unavailable")).isEmpty();
    }

    @Test
    void hasAnotherTagWhateverPartIsAnother() {
        Part<MenuPart.Document> eight = found(new MenuByHand("{\"version\": 8 }", "\"8\""));
        Part<MenuPart.Document> french = found(new MenuByHand("{\"version\": 7 }", "\"7;fr\""));
        ObjectNode closed = mamaPut().put("open", false);

        assertThat(Stream.of(
                page(found(mamaPut()), menu(), found(LIKED)),
                page(found(closed), menu(), found(LIKED)),
                page(found(mamaPut()), eight, found(LIKED)),
                page(found(mamaPut()), french, found(LIKED)),
                page(found(mamaPut()), failed(), found(LIKED)),
                page(found(mamaPut()), menu(), found(NEW)),
                page(found(mamaPut()), menu(), failed())).map(Content::entityTag))
                .doesNotHaveDuplicates()
                .allSatisfy(tag -> assertThat(tag).matches("\"[0-9a-f]{24}\""));
        assertThat(page(found(mamaPut()), menu(), found(LIKED)).entityTag())
                .isEqualTo(page(found(mamaPut()), menu(), found(LIKED)).entityTag());
    }

    private static Content page(Part<ObjectNode> restaurant, Part<MenuPart.Document> menu,
            Part<Popularity> popularity) {
        return PageBody.of(new PageParts(restaurant, menu, popularity));
    }
}
