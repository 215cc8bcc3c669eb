package carte.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.Item;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class GeneratedRestaurantsTest {

    private static final long SEED = 7;
    private static final List<SeededRestaurant> SOME = generate(SEED, 2_000);
    private static final Map<String, Double> PER_DOLLAR = CountryCatalogue.readAll().stream()
            .collect(Collectors.toMap(CountryCatalogue::currency,
                    catalogue -> catalogue.perDollar().doubleValue(), (one, same) -> one));

    @Test
    void everyMenuFollowsTheRules() {
        assertThat(SOME).allSatisfy(restaurant -> assertThat(MenuRules.faults(restaurant.menu()))
                .as(restaurant.id().value()).isEmpty());
    }

    @Test
    void idsAreUniqueAndApartFromTheDemo() {
        Stream<SeededRestaurant> all = Stream.concat(SOME.stream(), DemoRestaurants.all().stream());
        assertThat(all.map(SeededRestaurant::id)).doesNotHaveDuplicates();
    }

    @Test
    void menusAreAsLongAsRealOnes() {
        double[] counts = sorted(SOME.stream(), each -> MenuRules.items(each.menu()).count());
        assertQuantiles(counts, 12, Map.of(.05, 11.0, .25, 26.0, .50, 46.0, .75, 78.0, .95, 152.0));
    }

    @Test
    void namesAreAsLongAsRealOnes() {
        double[] lengths = sorted(items(), item -> item.name().length());
        assertQuantiles(lengths, 12, Map.of(.25, 13.0, .50, 18.0, .75, 25.0, .95, 43.0));
        assertThat(lengths[lengths.length - 1]).isLessThanOrEqualTo(182);
    }

    @Test
    void pricesAreAsHighAsRealOnes() {
        double[] dollars = sorted(items(), GeneratedRestaurantsTest::dollars);
        assertQuantiles(dollars, 8,
                Map.of(.05, 1.87, .25, 4.18, .50, 8.00, .75, 12.52, .95, 21.99, .99, 49.95));
    }

    @Test
    void sameSeedMakesTheSameRestaurants() {
        assertThat(generate(SEED, 20)).isEqualTo(SOME.subList(0, 20));
        assertThat(generate(SEED + 1, 20)).isNotEqualTo(SOME.subList(0, 20));
    }

    @Test
    void longestMenuFitsTheSizeLimit() {
        SeededRestaurant longest = SOME.stream()
                .max((a, b) -> Long.compare(size(a), size(b))).orElseThrow();
        byte[] json = ContractJson.mapper().writeValueAsBytes(longest.menu());
        assertThat(json).hasSizeLessThan(2 * 1024 * 1024);
    }

    @Test
    void quantilesAreMetExactlyAndInterpolatedBetween() {
        assertThat(Quantiles.ITEM_COUNT.at(0)).isCloseTo(4, within(1e-9));
        assertThat(Quantiles.ITEM_COUNT.at(.5)).isCloseTo(46, within(1e-9));
        assertThat(Quantiles.ITEM_COUNT.at(1)).isCloseTo(3_899, within(1e-6));
        assertThat(Quantiles.ITEM_COUNT.at(.625)).isCloseTo(Math.sqrt(46 * 78), within(1e-9));
    }

    private static List<SeededRestaurant> generate(long seed, int count) {
        var generated = new GeneratedRestaurants(seed);
        return IntStream.range(0, count).mapToObj(generated::restaurant).toList();
    }

    private static Stream<Item> items() {
        return SOME.stream().flatMap(restaurant -> MenuRules.items(restaurant.menu()));
    }

    private static long size(SeededRestaurant restaurant) {
        return MenuRules.items(restaurant.menu()).count();
    }

    private static double dollars(Item item) {
        String currency = item.price().currency();
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        double units = BigDecimal.valueOf(item.price().amount(), digits).doubleValue();
        return units / PER_DOLLAR.getOrDefault(currency, Double.NaN);
    }

    private static <T> double[] sorted(Stream<T> all, ToDoubleFunction<T> figure) {
        return all.mapToDouble(figure).sorted().toArray();
    }

    private static void assertQuantiles(
            double[] sorted, int tolerancePercent, Map<Double, Double> expected) {
        Function<Double, Double> measured = probability -> sorted[(int) (probability
                * (sorted.length - 1))];
        expected.forEach((probability, value) -> assertThat(measured.apply(probability))
                .as("quantile %s of %s", probability, Arrays.stream(sorted).summaryStatistics())
                .isCloseTo(value, Percentage.withPercentage(tolerancePercent)));
    }
}
