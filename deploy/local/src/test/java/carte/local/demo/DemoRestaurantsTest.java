package carte.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.Availability.Status;
import carte.contracts.menu.Item;
import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Money;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DemoRestaurantsTest {

    private static final List<SeededRestaurant> ALL = DemoRestaurants.all();
    private static final SeededRestaurant MAMA_PUT = ALL.getFirst();

    @Test
    void startsWithMamaPutAsInTheDocumentedExamples() {
        RestaurantDetails details = MAMA_PUT.details();
        assertThat(details.id()).isEqualTo(DemoRestaurants.MAMA_PUT);
        assertThat(details.name()).isEqualTo("Mama Put Ikeja");
        assertThat(details.city()).isEqualTo("Lagos");
        assertThat(details.location()).isEqualTo(new Location(6.6018, 3.3515));
        Item jollof = MenuRules.items(MAMA_PUT.menu())
                .filter(item -> item.id().equals("jollof")).findFirst().orElseThrow();
        assertThat(jollof.price()).isEqualTo(new Money(250_000, "NGN"));
        assertThat(jollof.availability().status()).isEqualTo(Status.AVAILABLE);
        assertThat(jollof.modifierGroups()).contains("protein");
        ModifierGroup protein = MAMA_PUT.menu().modifierGroups().getFirst();
        assertThat(protein.id()).isEqualTo("protein");
        assertThat(protein.options().getFirst().price()).isEqualTo(new Money(80_000, "NGN"));
    }

    @Test
    void coversTenCountriesEvenly() {
        assertThat(ALL).hasSize(50);
        assertThat(ALL.stream().map(restaurant -> restaurant.details().country()).distinct())
                .containsExactlyElementsOf(CountryCatalogue.COUNTRIES);
        assertThat(ALL).extracting(SeededRestaurant::id).doesNotHaveDuplicates();
    }

    @Test
    void everyRestaurantBelongsToItsCountry() {
        for (SeededRestaurant restaurant : ALL) {
            RestaurantDetails details = restaurant.details();
            assertThat(details.id().country()).isEqualTo(details.country());
            assertThat(ZoneId.getAvailableZoneIds()).contains(details.timeZone());
            assertThat(Currency.getInstance(details.currency())).isNotNull();
            assertThat(details.openingHours()).isNotEmpty();
            assertThat(details.cuisines()).isNotEmpty();
        }
    }

    @Test
    void everyMenuFollowsTheRules() {
        assertThat(ALL).allSatisfy(restaurant -> assertThat(MenuRules.faults(restaurant.menu()))
                .as(restaurant.id().value()).isEmpty());
    }

    @Test
    void everyMenuIsWorthReading() {
        assertThat(ALL).allSatisfy(restaurant -> assertThat(MenuRules.items(restaurant.menu()))
                .as(restaurant.id().value()).hasSizeGreaterThanOrEqualTo(10));
        assertThat(ALL.stream().flatMap(restaurant -> MenuRules.items(restaurant.menu()))
                .filter(item -> item.availability().status() == Status.SOLD_OUT))
                .hasSizeBetween(10, 100);
    }

    @Test
    void isTranslatedIntoFourLanguages() {
        assertThat(ALL.stream().flatMap(restaurant -> MenuRules.items(restaurant.menu()))
                .flatMap(item -> item.translations().keySet().stream()).distinct())
                .contains("fr", "ar", "sw", "pt");
    }

    @Test
    void everyMenuHasTranslatedSectionsAndItems() {
        assertThat(ALL).allSatisfy(restaurant -> {
            assertThat(restaurant.menu().sections()).as(restaurant.id().value())
                    .anySatisfy(section -> assertThat(section.translations()).isNotEmpty());
            assertThat(MenuRules.items(restaurant.menu())).as(restaurant.id().value())
                    .anySatisfy(item -> assertThat(item.translations()).isNotEmpty());
        });
        assertThat(MAMA_PUT.menu().modifierGroups().getFirst().options())
                .allSatisfy(option -> assertThat(option.translations()).containsKeys("fr", "pt"));
    }

    @Test
    void isTheSameEachTime() {
        assertThat(DemoRestaurants.all()).isEqualTo(ALL);
    }

    @Test
    void isWrittenAsTheApiReadsIt() {
        JsonNode details = ContractJson.mapper().valueToTree(MAMA_PUT.details());
        assertThat(details.at("/openingHours/0/from").asString()).isEqualTo("10:00");
        assertThat(details.at("/specialDays/0/date").asString()).isEqualTo("2026-12-25");
        assertThat(details.propertyNames()).containsExactlyInAnyOrder("id", "name", "country",
                "city", "cuisines", "currency", "timeZone", "location", "openingHours",
                "specialDays");
        JsonNode menu = ContractJson.mapper().valueToTree(MAMA_PUT.menu());
        assertThat(menu.propertyNames())
                .containsExactlyInAnyOrder("currency", "sections", "modifierGroups");
        assertThat(menu.at("/sections/0/items/0/price"))
                .isEqualTo(ContractJson.mapper().valueToTree(
                        Map.of("amount", 250_000L, "currency", "NGN")));
    }
}
