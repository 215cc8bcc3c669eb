package carte.menu.document;

import carte.contracts.menu.Item;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Section;
import carte.kit.problem.Fault;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The changes of a menu as pure functions: an old menu gives a new one, or a refusal. */
public final class MenuEdits {

    private MenuEdits() {}

    /**
     * Returns {@code menu} with other content.
     *
     * @throws ProblemException if the content is in another currency
     */
    public static MenuDocument replace(MenuDocument menu, MenuContent content) {
        if (!content.currency().equals(menu.currency())) {
            throw ProblemException.invalid(List.of(new Fault("/currency",
                    "expected " + menu.currency() + ", the restaurant's currency, but found "
                            + content.currency())));
        }
        return content.in(menu);
    }

    /**
     * Returns {@code menu} with one item patched, wherever the item stands.
     *
     * @throws ProblemException if there is no such item, or the patch does not fit the menu
     */
    public static MenuDocument patchItem(MenuDocument menu, String itemId, ItemPatch patch) {
        if (!itemIds(menu).contains(itemId)) {
            throw ProblemException.of(ProblemType.ITEM_NOT_FOUND,
                    "the menu of " + menu.restaurantId() + " has no item \"" + itemId + "\"");
        }
        List<Fault> faults = patch.faults(menu.currency(), groupIds(menu));
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return mapItems(menu, item -> item.id().equals(itemId) ? patch.applyTo(item) : item);
    }

    /** Returns {@code menu} with each item replaced by what {@code edit} makes of it. */
    public static MenuDocument mapItems(MenuDocument menu, UnaryOperator<Item> edit) {
        return new MenuContent(menu.currency(), mapItems(menu.sections(), edit),
                menu.modifierGroups(), menu.tax()).in(menu);
    }

    /**
     * Returns {@code menu} in another currency.
     *
     * @throws ProblemException if it has prices, which would be wrong then
     */
    public static MenuDocument changeCurrency(MenuDocument menu, String currency) {
        if (currency.equals(menu.currency())) {
            return menu;
        }
        if (hasPrices(menu)) {
            throw ProblemException.invalid(List.of(new Fault("/currency",
                    "the menu has prices in " + menu.currency()
                            + "; the currency can be changed only while there are none")));
        }
        return inCurrency(menu, currency);
    }

    /** Returns {@code menu}, which has no prices, with another currency to its name. */
    public static MenuDocument inCurrency(MenuDocument menu, String currency) {
        return new MenuContent(currency, menu.sections(), menu.modifierGroups(), menu.tax())
                .in(menu);
    }

    /** Tells whether anything on the menu has a price, be it zero. */
    public static boolean hasPrices(MenuDocument menu) {
        return items(menu.sections()).findAny().isPresent()
                || menu.modifierGroups().stream().anyMatch(group -> !group.options().isEmpty());
    }

    private static List<Section> mapItems(List<Section> sections, UnaryOperator<Item> edit) {
        return sections.stream()
                .map(section -> new Section(section.id(), section.name(),
                        section.items().stream().map(edit).toList(),
                        mapItems(section.sections(), edit), section.hours(),
                        section.translations()))
                .toList();
    }

    static Set<String> groupIds(MenuDocument menu) {
        return menu.modifierGroups().stream()
                .map(ModifierGroup::id)
                .collect(Collectors.toSet());
    }

    static Set<String> itemIds(MenuDocument menu) {
        return items(menu.sections()).map(Item::id).collect(Collectors.toSet());
    }

    private static Stream<Item> items(List<Section> sections) {
        return sections.stream().flatMap(section -> Stream.concat(
                section.items().stream(), items(section.sections())));
    }
}
