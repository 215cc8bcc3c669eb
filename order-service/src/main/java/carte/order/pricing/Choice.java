package carte.order.pricing;

import carte.contracts.menu.Item;
import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Option;
import carte.kit.problem.Fault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options that a customer chose for one item, held against the groups that are open to it. */
final class Choice {

    private final PriceList prices;
    private final List<ChosenOption> chosen;
    private final Map<String, ModifierGroup> open = new LinkedHashMap<>();

    Choice(PriceList prices, Item item, List<ChosenOption> chosen) {
        this.prices = prices;
        this.chosen = chosen;
        openGroups(item);
    }

    /** Opens the item's groups, and those that options chosen in open groups lead to. */
    private void openGroups(Item item) {
        Deque<String> ids = new ArrayDeque<>(item.modifierGroups());
        while (!ids.isEmpty()) {
            ModifierGroup group = prices.group(ids.remove());
            if (group != null && open.putIfAbsent(group.id(), group) == null) {
                chosen.stream()
                        .filter(option -> option.groupId().equals(group.id()))
                        .map(this::find)
                        .forEach(option -> ids.addAll(
                                option == null ? List.of() : option.modifierGroups()));
            }
        }
    }

    /** Tells whether the menu has every chosen option. */
    boolean isKnown() {
        return chosen.stream().allMatch(option -> find(option) != null);
    }

    /** Returns every rule that the choice breaks; {@code pointer} is that of the options. */
    List<Fault> brokenRules(String pointer) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            checkOption(chosen.get(i), pointer + "/" + i, faults);
        }
        open.values().forEach(group -> checkGroup(group, pointer, faults));
        return faults;
    }

    private void checkOption(ChosenOption choice, String pointer, List<Fault> faults) {
        Option option = find(choice);
        if (!open.containsKey(choice.groupId())) {
            faults.add(new Fault(pointer + "/groupId",
                    "expected a group of this item but found " + choice.groupId()));
        } else if (option != null && choice.quantity() > option.max()) {
            faults.add(new Fault(pointer + "/quantity", "expected at most " + option.max()
                    + " of " + option.id() + " but found " + choice.quantity()));
        }
    }

    private void checkGroup(ModifierGroup group, String pointer, List<Fault> faults) {
        // At most 100 options of at most 99: the sum is far from overflow.
        int count = of(group).stream().mapToInt(ChosenOption::quantity).sum();
        if (count < group.min() || count > group.max()) {
            faults.add(new Fault(pointer, "expected " + group.min() + " to " + group.max()
                    + " of group " + group.id() + " but found " + count));
        }
    }

    /** Returns the sum in minor units; throws {@link ArithmeticException} on overflow. */
    long price() {
        long sum = 0;
        for (ModifierGroup group : open.values()) {
            sum = Math.addExact(sum, OptionPrice.sum(units(group), group.free()));
        }
        return sum;
    }

    private List<OptionPrice.Units> units(ModifierGroup group) {
        List<OptionPrice.Units> units = new ArrayList<>();
        for (ChosenOption choice : of(group)) {
            Option option = find(choice);
            if (option != null) {
                units.add(new OptionPrice.Units(option.price().amount(), choice.quantity()));
            }
        }
        return units;
    }

    private List<ChosenOption> of(ModifierGroup group) {
        return chosen.stream().filter(option -> option.groupId().equals(group.id())).toList();
    }

    private @Nullable Option find(ChosenOption choice) {
        ModifierGroup group = prices.group(choice.groupId());
        return group == null
                ? null
                : group.options()
                        .stream()
                        .filter(option -> option.id().equals(choice.optionId()))
                        .findFirst()
                        .orElse(null);
    }
}
