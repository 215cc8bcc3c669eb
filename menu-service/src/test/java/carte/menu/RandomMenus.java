package carte.menu;

import carte.contracts.fixture.Menus;
import carte.contracts.menu.Availability;
import carte.contracts.menu.Item;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Money;
import carte.contracts.menu.Option;
import carte.contracts.menu.Section;
import carte.contracts.menu.ServiceHours;
import carte.contracts.menu.Tax;
import carte.contracts.menu.Translation;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Valid menus of few ids, so that any two of them have much in common and differ everywhere. */
public final class RandomMenus {

    private static final List<String> SECTIONS = List.of("rice", "soups", "grill", "drinks");
    private static final List<String> ITEMS = List
            .of("jollof", "ofada", "egusi", "ogbono", "suya", "kilishi", "zobo", "kunu");
    private static final List<String> GROUPS = List.of("protein", "spice", "sides");
    private static final List<String> OPTIONS = List.of("chicken", "beef", "mild", "hot");

    private final Random random;

    /** Begins a sequence of menus that is always the same. */
    public RandomMenus(long seed) {
        this.random = new Random(seed);
    }

    /** Returns the next menu. */
    public MenuDocument next(long version) {
        List<String> groups = some(GROUPS);
        List<String> items = some(ITEMS);
        List<String> sections = some(SECTIONS);
        int nested = sections.isEmpty() ? 0 : random.nextInt(sections.size());
        List<Section> read = new ArrayList<>();
        for (int i = nested; i < sections.size(); i++) {
            List<Section> inside = new ArrayList<>();
            if (i == nested) {
                sections.subList(0, nested)
                        .forEach(id -> inside.add(section(id, items, groups, List.of())));
            }
            read.add(section(sections.get(i), items, groups, inside));
        }
        return new MenuDocument(Menus.MAMA_PUT, new MenuVersion(version), "NGN",
                Menus.PUBLISHED.plusSeconds(version), read,
                groups.stream().map(this::group).toList(), tax());
    }

    /** Returns one of some things. */
    public <T> T one(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** Returns a number below {@code bound}. */
    public int number(int bound) {
        return random.nextInt(bound);
    }

    /** Returns some of some things, in any order. */
    public <T> List<T> some(List<T> things) {
        List<T> shuffled = new ArrayList<>(things);
        if (random.nextInt(3) == 0) {
            Collections.shuffle(shuffled, random);
        }
        shuffled.removeIf(_ -> random.nextInt(4) == 0);
        return shuffled;
    }

    private Section section(
            String id, List<String> items, List<String> groups, List<Section> inside) {
        int most = random.nextInt(items.size() + 1);
        List<String> mine = new ArrayList<>(items.subList(0, most));
        items.subList(0, most).clear();
        return new Section(id, words(id), mine.stream().map(item -> item(item, groups)).toList(),
                inside, hours(), translations(id));
    }

    private Item item(String id, List<String> groups) {
        return new Item(id, words(id), random.nextInt(3) == 0 ? words("with " + id) : null,
                price(), availability(), hours(), some(List.of("fish", "milk")),
                some(List.of("vegan", "halal")),
                random.nextInt(4) == 0 ? "https://images.example/" + id : null,
                some(groups), random.nextBoolean() ? Map.of() : Map.of("DELIVERY", price()),
                translations(id), tax());
    }

    private ModifierGroup group(String id) {
        return new ModifierGroup(id, words(id), random.nextInt(2), 1 + random.nextInt(2),
                random.nextInt(2), some(OPTIONS).stream().map(this::option).toList(),
                translations(id));
    }

    private Option option(String id) {
        return new Option(id, words(id), price(), 1 + random.nextInt(2), List.of(),
                some(List.of("celery", "nuts")), translations(id));
    }

    private Availability availability() {
        return switch (random.nextInt(4)) {
            case 0 -> new Availability(Availability.Status.HIDDEN, null);
            case 1 -> new Availability(Availability.Status.SOLD_OUT,
                    Menus.PUBLISHED.plusSeconds(60L * random.nextInt(3)));
            default -> Availability.AVAILABLE;
        };
    }

    private List<ServiceHours> hours() {
        return random.nextInt(3) > 0
                ? List.of()
                : List.of(new ServiceHours(List.of(one(List.of(ServiceHours.Day.values()))),
                        LocalTime.of(11, 0), LocalTime.of(15, 15 * random.nextInt(4))));
    }

    private Map<String, Translation> translations(String id) {
        return random.nextInt(3) > 0
                ? Map.of()
                : Map.of(one(List.of("fr", "pt")), new Translation(words(id), null));
    }

    private @Nullable Tax tax() {
        return random.nextInt(3) > 0 ? null : new Tax(750 * random.nextInt(2), true);
    }

    private Money price() {
        return Menus.naira(100L * random.nextInt(3));
    }

    private String words(String id) {
        return id + (random.nextInt(4) == 0 ? " of the house" : "");
    }
}
