package carte.local.demo;

import carte.local.demo.CountryCatalogue.Choice;
import carte.local.demo.CountryCatalogue.ChoiceOption;
import carte.local.demo.CountryCatalogue.Dish;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Names dishes at a wanted length: a known dish, and things to go with it. */
final class DishNames {

    private static final int CLOSE = 2;

    private final List<Dish> dishes;
    private final List<String> companions;

    DishNames(CountryCatalogue catalogue) {
        dishes = catalogue.sections().stream()
                .flatMap(section -> section.items().stream())
                .sorted(Comparator.comparingInt(dish -> dish.name().length()))
                .toList();
        companions = catalogue.modifierGroups().stream()
                .map(Choice::options)
                .flatMap(List::stream)
                .map(ChoiceOption::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted(Comparator.comparingInt(String::length))
                .toList();
    }

    /** Returns a dish whose name is about as long, or shorter where none is so long. */
    Dish dish(int length, SplittableRandom random) {
        List<Dish> close = dishes.stream()
                .filter(dish -> Math.abs(dish.name().length() - length) <= CLOSE)
                .toList();
        if (!close.isEmpty()) {
            return close.get(random.nextInt(close.size()));
        }
        return dishes.getFirst().name().length() > length
                ? dishes.getFirst()
                : dishes.get(random.nextInt(dishes.size()));
    }

    /** Returns the dish's name, lengthened by what goes with it to {@code length} or just under. */
    String name(Dish dish, int length, SplittableRandom random) {
        var name = new StringBuilder(dish.name());
        String join = " with ";
        while (true) {
            int room = length - name.length() - join.length();
            long fitting = companions.stream().filter(word -> word.length() <= room).count();
            if (fitting == 0) {
                return cut(name.toString(), length);
            }
            // Prefers long ones, so that names do not become lists of short words.
            int least = (int) fitting / 2;
            name.append(join).append(companions.get(
                    least + random.nextInt((int) fitting - least)));
            join = ", ";
        }
    }

    private static String cut(String name, int length) {
        return name.length() <= length + CLOSE ? name : name.substring(0, length).strip();
    }

    /** Returns an id made from a name: lower-case ASCII letters, digits and dashes. */
    static String slug(String name, int maxLength) {
        String ascii = Normalizer.normalize(name.replace("œ", "oe"), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return ascii.substring(0, Math.min(maxLength, ascii.length()));
    }
}
