package carte.order.restaurants;

/** The group that reads the changes of restaurants, beside the one that reads those of menus. */
public final class RestaurantGroup {

    static final String SUFFIX = "-restaurants";

    private RestaurantGroup() {}

    /** Returns its name where the other one's is {@code menuGroup}. */
    public static String of(String menuGroup) {
        return menuGroup + SUFFIX;
    }
}
