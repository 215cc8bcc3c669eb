package carte.local.demo;

import carte.contracts.menu.Item;
import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Money;
import carte.contracts.menu.Option;
import carte.contracts.menu.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of the public API for menus, as far as demo menus can break them. */
final class MenuRules {

    private static final String ID = "[a-z0-9-]{1,64}";
    private static final int MOST_ITEMS = 5_000;

    private final MenuContent menu;
    private final List<String> faults = new ArrayList<>();

    private MenuRules(MenuContent menu) {
        this.menu = menu;
    }

    /** Returns what is wrong with the menu; empty if nothing is. */
    static List<String> faults(MenuContent menu) {
        var rules = new MenuRules(menu);
        rules.check();
        return rules.faults;
    }

    static Stream<Item> items(MenuContent menu) {
        return menu.sections().stream().flatMap(MenuRules::items);
    }

    private static Stream<Item> items(Section section) {
        return Stream.concat(section.items().stream(),
                section.sections().stream().flatMap(MenuRules::items));
    }

    private void check() {
        ids("section", menu.sections(), Section::id);
        ids("item", items(menu).toList(), Item::id);
        ids("modifier group", menu.modifierGroups(), ModifierGroup::id);
        require(items(menu).count() <= MOST_ITEMS, "too many items");
        Set<String> groups = menu.modifierGroups().stream().map(ModifierGroup::id)
                .collect(Collectors.toSet());
        items(menu).forEach(item -> item(item, groups));
        menu.modifierGroups().forEach(group -> group(group, groups));
    }

    private void item(Item item, Set<String> groups) {
        require(!item.name().isBlank(), "item without a name: " + item.id());
        price(item.id(), item.price());
        item.prices().values().forEach(price -> price(item.id(), price));
        require(groups.containsAll(item.modifierGroups()), "unknown group in item " + item.id());
        require(new HashSet<>(item.modifierGroups()).size() == item.modifierGroups().size(),
                "a group twice in item " + item.id());
    }

    private void group(ModifierGroup group, Set<String> groups) {
        ids("option of " + group.id(), group.options(), Option::id);
        int most = group.options().stream().mapToInt(Option::max).sum();
        require(0 <= group.min() && group.min() <= group.max() && group.max() <= most,
                "min, max of group " + group.id());
        require(0 <= group.free() && group.free() <= group.max(), "free of group " + group.id());
        for (Option option : group.options()) {
            price(group.id() + "/" + option.id(), option.price());
            require(option.max() >= 1, "max of option " + option.id());
            require(groups.containsAll(option.modifierGroups()),
                    "unknown group in option " + option.id());
        }
    }

    private void price(String of, Money price) {
        require(price.amount() >= 0, "negative price of " + of);
        require(price.currency().equals(menu.currency()), "currency of " + of);
    }

    private <T> void ids(String what, List<T> list, Function<T, String> idOf) {
        var seen = new HashSet<String>();
        for (T each : list) {
            String id = idOf.apply(each);
            require(id.matches(ID), what + " id has the wrong form: " + id);
            require(seen.add(id), what + " id is there twice: " + id);
        }
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
