package carte.order.pricing;

import static carte.order.MamaPut.ALWAYS;
import static carte.order.MamaPut.MAMA_PUT;
import static carte.order.MamaPut.NOON;
import static carte.order.MamaPut.naira;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.Availability;
import carte.contracts.menu.Item;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Option;
import carte.contracts.menu.Tax;
import carte.order.MamaPut;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every menu and every order, tried on seeded random ones. */
class OrderPricingPropertyTest {

    private static final int ROUNDS = 2_000;

    @Test
    void totalIsTheSumOfItsPartsInAnyOrder() {
        Random random = new Random(20_261_123);
        for (int round = 0; round < ROUNDS; round++) {
            MenuDocument menu = menu(random);
            List<OrderLine> lines = new ArrayList<>();
            long expected = 0;
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                OrderLine line = validLine(random, menu);
                lines.add(line);
                expected += line.unitPrice().amount() * line.quantity();
            }
            Collections.shuffle(lines, random);

            assertThat(quote(menu, lines)).isEqualTo(
                    new Quote.Priced(naira(expected), naira(0)));
        }
    }

    /** Whatever the taxes of menu and items: each line's is rounded, and nothing else is. */
    @Test
    void taxIsTheSumOfTheLinesTaxesInAnyOrder() {
        Random random = new Random(5);
        for (int round = 0; round < ROUNDS; round++) {
            List<Tax> taxes = Stream.generate(() -> new Tax(
                    random.nextInt(10_001), random.nextBoolean())).limit(3).toList();
            MenuDocument menu = taxed(random, taxes);
            List<OrderLine> lines = new ArrayList<>();
            long total = 0;
            long tax = 0;
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                int dish = random.nextInt(3);
                OrderLine line = new OrderLine("dish-" + dish, 1 + random.nextInt(99),
                        naira(100 + dish), List.of());
                lines.add(line);
                long price = line.unitPrice().amount() * line.quantity();
                long part = byTheBook(price, taxes.get(dish));
                tax += part;
                total += taxes.get(dish).included() ? price : price + part;
            }
            Collections.shuffle(lines, random);

            assertThat(quote(menu, lines))
                    .isEqualTo(new Quote.Priced(naira(total), naira(tax)));
        }
    }

    /** The last dish has the tax of the menu, the others their own. */
    private static MenuDocument taxed(Random random, List<Tax> taxes) {
        List<Item> dishes = IntStream.range(0, 3)
                .mapToObj(i -> MamaPut.taxed(MamaPut.item("dish-" + i, 100 + i,
                        Availability.AVAILABLE, List.of(), Map.of()),
                        i < 2 || random.nextBoolean() ? taxes.get(i) : null))
                .toList();
        return MamaPut.taxed(MamaPut.menu(MAMA_PUT, 7, dishes, List.of()), taxes.getLast());
    }

    private static long byTheBook(long price, Tax tax) {
        BigDecimal rate = BigDecimal.valueOf(tax.rateBasisPoints(), 4);
        BigDecimal part = BigDecimal.valueOf(price).multiply(rate);
        return (tax.included()
                ? part.divide(BigDecimal.ONE.add(rate), 0, RoundingMode.HALF_UP)
                : part.setScale(0, RoundingMode.HALF_UP)).longValueExact();
    }

    @Test
    void choiceIsAdmittedExactlyIfItKeepsTheRules() {
        Random random = new Random(42);
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            MenuDocument menu = menu(random);
            List<ChosenOption> options = anyOptions(random, menu);
            OrderLine line = new OrderLine("dish-0", 1,
                    naira(100 + bruteForce(menu, options)), options);

            boolean admitted = quote(menu, List.of(line)) instanceof Quote.Priced;

            assertThat(admitted).as("%s of %s", options, menu.modifierGroups())
                    .isEqualTo(keepsRules(menu, options));
            refused += admitted ? 0 : 1;
        }
        assertThat(refused).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
    }

    @Test
    void anyOtherPriceIsAChange() {
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            MenuDocument menu = menu(random);
            OrderLine right = validLine(random, menu);
            long off = right.unitPrice().amount() + 1 + random.nextInt(50);
            OrderLine wrong = new OrderLine(
                    right.itemId(), right.quantity(), naira(off), right.options());

            assertThat(quote(menu, List.of(right, wrong))).isEqualTo(
                    new Quote.Changed(List.of(new LineChange(1, right.itemId(),
                            LineChange.Kind.PRICE, naira(off), right.unitPrice()))));
        }
    }

    /** The least that can be paid: tries every set of units that may be free. */
    private static long bruteForce(MenuDocument menu, List<ChosenOption> chosen) {
        long sum = 0;
        for (ModifierGroup group : menu.modifierGroups()) {
            List<Long> units = units(group, chosen);
            long least = Long.MAX_VALUE;
            for (int free = 0; free < 1 << units.size(); free++) {
                if (Integer.bitCount(free) <= group.free()) {
                    int gifts = free;
                    least = Math.min(least, IntStream.range(0, units.size())
                            .filter(unit -> (gifts >> unit & 1) == 0)
                            .mapToLong(units::get)
                            .sum());
                }
            }
            sum += least;
        }
        return sum;
    }

    private static List<Long> units(ModifierGroup group, List<ChosenOption> chosen) {
        List<Long> units = new ArrayList<>();
        for (ChosenOption choice : chosen) {
            for (Option option : group.options()) {
                if (group.id().equals(choice.groupId()) && option.id().equals(choice.optionId())) {
                    units.addAll(Collections.nCopies(choice.quantity(), option.price().amount()));
                }
            }
        }
        return units;
    }

    private static boolean keepsRules(MenuDocument menu, List<ChosenOption> chosen) {
        return menu.modifierGroups().stream().allMatch(group -> {
            int count = units(group, chosen).size();
            return count >= group.min() && count <= group.max()
                    && chosen.stream()
                            .filter(choice -> choice.groupId().equals(group.id()))
                            .allMatch(choice -> choice.quantity() <= most(group, choice));
        });
    }

    private static int most(ModifierGroup group, ChosenOption choice) {
        return group.options()
                .stream()
                .filter(option -> option.id().equals(choice.optionId()))
                .findFirst()
                .orElseThrow()
                .max();
    }

    private static OrderLine validLine(Random random, MenuDocument menu) {
        List<ChosenOption> options = anyOptions(random, menu);
        while (!keepsRules(menu, options)) {
            options = anyOptions(random, menu);
        }
        return new OrderLine("dish-0", 1 + random.nextInt(99),
                naira(100 + bruteForce(menu, options)), options);
    }

    private static List<ChosenOption> anyOptions(Random random, MenuDocument menu) {
        List<ChosenOption> options = new ArrayList<>();
        for (ModifierGroup group : menu.modifierGroups()) {
            for (Option option : group.options()) {
                int quantity = random.nextInt(3);
                if (quantity > 0) {
                    options.add(new ChosenOption(group.id(), option.id(), quantity));
                }
            }
        }
        Collections.shuffle(options, random);
        return options;
    }

    private static MenuDocument menu(Random random) {
        List<ModifierGroup> groups = IntStream.range(0, 1 + random.nextInt(2))
                .mapToObj(i -> group(random, "group-" + i))
                .toList();
        Item dish = MamaPut.item("dish-0", 100, Availability.AVAILABLE,
                groups.stream().map(ModifierGroup::id).toList(), Map.of());
        return MamaPut.menu(MAMA_PUT, 7, List.of(dish), groups);
    }

    private static ModifierGroup group(Random random, String id) {
        Option[] options = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> MamaPut.option(
                        "option-" + i, random.nextInt(100), 1 + random.nextInt(2)))
                .toArray(Option[]::new);
        int min = random.nextInt(2);
        return MamaPut.group(id, min, min + random.nextInt(4), random.nextInt(3), options);
    }

    private static Quote quote(MenuDocument menu, List<OrderLine> lines) {
        return OrderPricing.quote(new OrderRequest(
                MAMA_PUT, new MenuVersion(7), Fulfilment.PICKUP, lines), new PriceList(menu),
                ALWAYS,
                NOON);
    }
}
