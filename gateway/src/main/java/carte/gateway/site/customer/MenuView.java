package carte.gateway.site.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A menu as the page shows it.
 *
 * @param publishedAt when this version was published, in words
 */
record MenuView(long version, String publishedAt, List<SectionView> sections) {

    /**
     * A part of a menu.
     *
     * @param hours when what is in it is served, empty for always
     */
    record SectionView(
            String id, String name, String hours, List<DishView> dishes,
            List<SectionView> sections) {

        /** Returns which of the colours is behind the pictures of its dishes. */
        public int hue() {
            return Math.floorMod(id.hashCode(), 6);
        }
    }

    /** What a customer pays for each fulfilment. */
    record Price(String delivery, String pickup) {

        /** Tells whether it depends on the fulfilment. */
        public boolean differs() {
            return !delivery.equals(pickup);
        }
    }

    /** Whether a dish can be ordered now. */
    enum State {
        /** It can. */
        SERVED,
        /** It cannot, until somebody or a time says so. */
        SOLD_OUT,
        /** It is not the time of day for it. */
        LATER
    }

    /**
     * A dish.
     *
     * @param back when it returns, in words; null: nobody has said so
     * @param hours when it is served, where it has hours of its own; empty for none
     * @param picture the drawing that stands for it where there is no {@code image}
     */
    record DishView(
            String id,
            String name,
            String description,
            Price price,
            State state,
            @Nullable String back,
            String hours,
            List<String> allergens,
            List<String> diets,
            @Nullable String image,
            String picture,
            boolean choices) {

        /** Tells whether it can be ordered now. */
        public boolean isServed() {
            return state == State.SERVED;
        }
    }
}
