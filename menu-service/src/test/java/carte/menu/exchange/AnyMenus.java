package carte.menu.exchange;

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
import carte.contracts.menu.ServiceHours.Day;
import carte.contracts.menu.Tax;
import carte.contracts.menu.Translation;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Any menu that the model allows, with texts that files find hard to carry. */
final class AnyMenus {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static final List<String> CURRENCIES = List.of("NGN", "XOF", "TND", "KES", "UGX");
    private static final List<String> LANGUAGES = List
            .of("fr", "FR", "pt-BR", "ar", "sw", "zh-Hant-TW");
    private static final List<String> ALLERGENS = List
            .of("gluten", "milk", "peanuts", "sulphites", "nuts");
    private static final List<String> DIETS = List
            .of("vegan", "gluten-free", "halal", "no-msg", "low-salt");

    private static final List<String> TEXTS = List.of("Jollof rice", "=1+1", "+234", "-5",
            "@SUM(A1)",
            "\tTab", "\rReturn", "\nLine", "'", "''", "'=1", "'Tis", "''=x", "\"", "a\"b", "\"a\"",
            "a,b;c|d", "two\nlines", "two\r\nlines", "a\rb", " blanks ", "  =1", "\u00A0x", "ẹ̀bà",
            "كسكس", "汤", "🍲", "\uFEFFmark", "＝1", "null", "true", "1,5", "#NAME?", "a\\b", "|",
            ";",
            "x".repeat(200));

    private final Random random;
    private int ids;

    AnyMenus(long seed) {
        this.random = new Random(seed);
    }

    MenuDocument next() {
        ids = 0;
        String currency = one(CURRENCIES);
        List<String> inner = ids(random.nextInt(3));
        List<String> outer = ids(random.nextInt(3));
        List<ModifierGroup> groups = new ArrayList<>();
        inner.forEach(id -> groups.add(group(id, currency, List.of())));
        outer.forEach(id -> groups.add(group(id, currency, inner)));
        Collections.shuffle(groups, random);
        List<String> all = groups.stream().map(ModifierGroup::id).toList();
        return new MenuDocument(Menus.MAMA_PUT, new MenuVersion(7), currency, Menus.PUBLISHED,
                many(3, () -> section(currency, all, 1)), groups, tax());
    }

    private Section section(String currency, List<String> groups, int level) {
        return new Section(id(), name(), many(4, () -> item(currency, groups)),
                level == 1 ? many(2, () -> section(currency, groups, 2)) : List.of(),
                hours(), translations());
    }

    private Item item(String currency, List<String> groups) {
        return new Item(id(), name(), nullable(text()), money(currency), availability(), hours(),
                some(ALLERGENS), some(DIETS),
                nullable("https://images.example/" + random.nextInt(9) + ".jpg?w=4,5;6"),
                some(groups), prices(currency), translations(), tax());
    }

    private ModifierGroup group(String id, String currency, List<String> opened) {
        List<Option> options = many(4, () -> new Option(id(), name(), money(currency),
                1 + random.nextInt(3), some(opened), some(ALLERGENS), translations()));
        int most = options.stream().mapToInt(Option::max).sum();
        int max = 1 + random.nextInt(5);
        return new ModifierGroup(id, name(), random.nextInt(Math.min(most, max) + 1), max,
                random.nextInt(max + 1), options, translations());
    }

    private @Nullable Tax tax() {
        return random.nextInt(2) == 0
                ? null
                : new Tax(one(List.of(0, 1, 750, 2000, 10_000)), random.nextBoolean());
    }

    private Availability availability() {
        Instant until = NOW.plusNanos(1 + random.nextInt(Integer.MAX_VALUE) * 1000L);
        return switch (random.nextInt(5)) {
            case 0 -> new Availability(Availability.Status.SOLD_OUT, null);
            case 1 -> new Availability(Availability.Status.SOLD_OUT, until);
            case 2 -> new Availability(Availability.Status.HIDDEN, null);
            case 3 -> new Availability(Availability.Status.HIDDEN, until);
            default -> Availability.AVAILABLE;
        };
    }

    private List<ServiceHours> hours() {
        List<ServiceHours> hours = List.of(
                new ServiceHours(shuffled(List.of(Day.MON, Day.TUE, Day.SUN)),
                        LocalTime.of(22, 0), LocalTime.of(2, 30)),
                new ServiceHours(shuffled(List.of(Day.FRI, Day.THU)),
                        LocalTime.of(0, 0), LocalTime.of(0, 0)),
                new ServiceHours(List.of(Day.SAT), LocalTime.of(9, 5), LocalTime.of(10, 0)));
        return some(hours);
    }

    private Map<String, Translation> translations() {
        Map<String, Translation> translations = new LinkedHashMap<>();
        for (String language : random.nextInt(2) == 0 ? List.<String>of() : some(LANGUAGES)) {
            String name = nullable(name());
            translations.put(language, new Translation(name,
                    name == null ? text() : nullable(text())));
        }
        return translations;
    }

    private Map<String, Money> prices(String currency) {
        Map<String, Money> prices = new LinkedHashMap<>();
        some(List.of("DELIVERY", "PICKUP")).forEach(way -> prices.put(way, money(currency)));
        return prices;
    }

    private Money money(String currency) {
        return new Money(one(List.of(0L, 1L, 10L, 99L, 1_000L, 250_000L, 123_456_789L,
                1_000_000_000_000L)), currency);
    }

    private String name() {
        String text = text();
        return text.isBlank() ? "Suya" : text;
    }

    private String text() {
        return random.nextInt(8) == 0 ? one(List.of("", " ", "\n")) : one(TEXTS);
    }

    private @Nullable String nullable(String text) {
        return random.nextInt(3) == 0 ? null : text;
    }

    private String id() {
        return one(List.of("", "-", "--", "dish-", "0-")) + ids++;
    }

    private List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(_ -> id()).toList();
    }

    private <T> List<T> many(int most, Supplier<T> part) {
        return IntStream.range(0, random.nextInt(most + 1)).mapToObj(_ -> part.get()).toList();
    }

    private <T> List<T> some(List<T> things) {
        List<T> some = shuffled(things);
        some.removeIf(_ -> random.nextInt(2) == 0);
        return some;
    }

    private <T> List<T> shuffled(List<T> things) {
        List<T> shuffled = new ArrayList<>(things);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private <T> T one(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
