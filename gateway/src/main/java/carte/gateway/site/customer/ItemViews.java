package carte.gateway.site.customer;

import carte.contracts.menu.Item;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Option;
import carte.contracts.menu.Section;
import carte.gateway.site.MoneyText;
import carte.gateway.site.customer.ItemView.Choosing;
import carte.gateway.site.customer.ItemView.GroupView;
import carte.gateway.site.customer.ItemView.OptionView;
import carte.gateway.site.customer.MenuView.DishView;
import carte.gateway.site.customer.MenuView.SectionView;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the view of one dish with its choices. */
final class ItemViews {

    /** Options open groups whose options open groups; menus go no deeper. */
    private static final int DEEPEST = 2;

    private final MenuDocument menu;
    private final Locale locale;
    private final Map<String, ModifierGroup> groups;

    private ItemViews(MenuDocument menu, Locale locale) {
        this.menu = menu;
        this.locale = locale;
        this.groups = menu.modifierGroups().stream().collect(Collectors.toMap(
                ModifierGroup::id, Function.identity(), (first, _) -> first));
    }

    /** Returns the dish of this id; nothing if the menu does not show it. */
    static Optional<ItemView> of(
            MenuDocument menu, String itemId, ZoneId zone, Instant now, Locale locale) {
        ItemViews views = new ItemViews(menu, locale);
        return dishes(MenuViews.of(menu, zone, now, locale).sections())
                .filter(dish -> dish.id().equals(itemId))
                .findFirst()
                .map(dish -> new ItemView(menu.version().number(), dish,
                        views.groups(views.groupIds(itemId), "", 0)));
    }

    private static Stream<DishView> dishes(List<SectionView> sections) {
        return sections.stream().flatMap(section -> Stream.concat(
                section.dishes().stream(), dishes(section.sections())));
    }

    private List<String> groupIds(String itemId) {
        return items(menu.sections())
                .filter(item -> item.id().equals(itemId))
                .findFirst()
                .map(Item::modifierGroups).orElse(List.of());
    }

    private static Stream<Item> items(List<Section> sections) {
        return sections.stream().flatMap(section -> Stream.concat(
                section.items().stream(), items(section.sections())));
    }

    private List<GroupView> groups(List<String> ids, String path, int depth) {
        return depth > DEEPEST
                ? List.of()
                : ids.stream()
                        .flatMap(id -> Optional.ofNullable(groups.get(id)).stream())
                        .map(group -> group(group, path, depth))
                        .toList();
    }

    private GroupView group(ModifierGroup group, String path, int depth) {
        String key = path + group.id();
        return new GroupView(key, group.id(), group.name(), group.min(), group.max(),
                group.free(),
                group.min() == 1 && group.max() == 1 ? Choosing.ONE : Choosing.SOME,
                group.options().stream().map(option -> option(option, group, key, depth)).toList());
    }

    private OptionView option(Option option, ModifierGroup group, String key, int depth) {
        long amount = option.price().amount();
        return new OptionView(option.id(), option.name(),
                amount == 0
                        ? ""
                        : MoneyText.of(option.price(), locale, menu.restaurantId().country()),
                option.max(), option.max() > 1 && group.max() > 1, option.allergens(),
                groups(option.modifierGroups(), key + "--" + option.id() + "--", depth + 1));
    }
}
