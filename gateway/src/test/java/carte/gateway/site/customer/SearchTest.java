package carte.gateway.site.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class SearchTest {

    private final MultiValueMap<String, String> query = new LinkedMultiValueMap<>();

    @Test
    void asksTheApiForWhatIsGiven() {
        query.add("city", "Port Harcourt");
        query.add("q", " café & grill+ ");
        query.add("open_now", "true");
        query.add("cuisine", "");
        Search search = Search.of(query, "NG");
        assertThat(search.apiPath()).isEqualTo("/api/v1/restaurants?country=NG"
                + "&city=Port%20Harcourt&q=caf%C3%A9%20%26%20grill%2B&open_now=true&limit=24");
        assertThat(search.address("a=")).endsWith("&open_now=true&cursor=a%3D");
        assertThat(search.isForDishes()).isTrue();
    }

    @Test
    void takesWhateverAnAddressSays() {
        query.add("q", "a\u0000b".repeat(300));
        query.add("open_now", "perhaps");
        Search search = Search.of(query, "NG");
        assertThat(search.text()).hasSize(200).doesNotContain("\u0000");
        assertThat(search.openNow()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"KE, GH, fr-CI, KE", "xx, GH, fr-CI, GH", ", DE, fr-CI, CI",
            ", , 'de-DE,fr-SN', SN",
            ", , en, NG", ", , ;;, NG", ", , , NG"})
    void guessesTheCountry(String asked, String kept, String accepted, String country) {
        assertThat(Place.choose(asked, kept, accepted, List.of("NG", "GH", "CI", "SN", "KE")))
                .isEqualTo(country);
    }

    @Test
    void namesCountriesInTheLanguageOfThePage() {
        assertThat(Place.of(List.of("CI", "EG"), "EG", Locale.FRENCH)).containsExactly(
                new Place("EG", "Égypte", true), new Place("CI", "Côte d’Ivoire", false));
    }

    @Test
    void findsDishesWithoutAccentsAndTheirBeginningsFirst() {
        CountryGuide.Entry mama = new CountryGuide.Entry("NG-a", "Mama", "Lagos", List.of());
        DishIndex index = new DishIndex(DishIndex.of(
                PagesByHand.menu(PagesByHand.mamaPut()), mama, 10).toList());
        assertThat(index.find("RÍCE", "", 10)).hasSize(1);
        assertThat(index.find("jollof", "lagos", 10)).hasSize(1);
        assertThat(index.find("jollof", "Abuja", 10)).isEmpty();
        assertThat(index.find("eba", "", 10)).isEmpty();
    }

    @Test
    void countsCitiesAndCuisines() {
        CountryGuide guide = new CountryGuide(List.of(
                new CountryGuide.Entry("NG-a", "A", "Lagos", List.of("grill", "seafood")),
                new CountryGuide.Entry("NG-b", "B", "Abuja", List.of("grill"))));
        assertThat(guide.cities()).containsExactly(
                new CountryGuide.Choice("Abuja", 1), new CountryGuide.Choice("Lagos", 1));
        assertThat(guide.cuisines()).containsExactly(
                new CountryGuide.Choice("grill", 2), new CountryGuide.Choice("seafood", 1));
    }
}
