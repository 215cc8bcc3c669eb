package carte.bench;

import carte.contracts.menu.Item;
import carte.contracts.menu.Money;
import carte.local.demo.GeneratedRestaurants;
import carte.local.demo.SeededRestaurant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The restaurants that were loaded, the most popular one first. Of those with ratings in two public
 * data sets, the first hundredth holds 20 % of all ratings, the first tenth 57 %, the first fifth
 * 73 %.
 */
final class Restaurants {

    /** So that each step of the popularity is at least one restaurant. */
    static final int FEWEST = 100;

    private static final double[] RANKS = {0, 0.01, 0.1, 0.2, 1};
    private static final double[] SHARES = {0, 0.20, 0.57, 0.73, 1};

    private final List<Dish> dishes;

    Restaurants(int count) {
        var generated = new GeneratedRestaurants(GeneratedRestaurants.SEED);
        this.dishes = IntStream.range(0, count)
                .mapToObj(index -> dish(generated.restaurant(index)))
                .toList();
    }

    /** A restaurant, and the item of its menu that is changed. */
    record Dish(String restaurant, String item, Money price) {

        String menuPath() {
            return "/api/v1/restaurants/" + restaurant + "/menu";
        }
    }

    List<Dish> all() {
        return dishes;
    }

    /** Returns one, the popular ones more often. */
    Dish pick(SplittableRandom random) {
        return dishes.get((int) (rank(random.nextDouble()) * dishes.size()));
    }

    /** Returns the rank, from 0 for the first to 1, up to which this share of all visits goes. */
    static double rank(double share) {
        int upper = 1;
        while (share > SHARES[upper]) {
            upper++;
        }
        double part = (share - SHARES[upper - 1]) / (SHARES[upper] - SHARES[upper - 1]);
        return RANKS[upper - 1] + part * (RANKS[upper] - RANKS[upper - 1]);
    }

    private static Dish dish(SeededRestaurant restaurant) {
        Item item = restaurant.menu().sections().getFirst().items().getFirst();
        return new Dish(restaurant.id().value(), item.id(), item.price());
    }
}
