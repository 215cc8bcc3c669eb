package carte.menu.document;

import carte.contracts.menu.Item;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Section;
import carte.kit.problem.Fault;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        Set<String> groups = menu.modifierGroups().stream()
                .map(ModifierGroup::id)
                .collect(Collectors.toSet());
        List<Section> patched = patchSections(menu.sections(), itemId, patch);
        if (patched == null) {
            throw ProblemException.of(ProblemType.ITEM_NOT_FOUND,
                    "the menu of " + menu.restaurantId() + " has no item \"" + itemId + "\"");
        }
        List<Fault> faults = patch.faults(menu.currency(), groups);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return new MenuContent(menu.currency(), patched, menu.modifierGroups()).in(menu);
    }

    /** Returns null if the item is in none of the sections. */
    private static @Nullable List<Section> patchSections(
            List<Section> sections, String itemId, ItemPatch patch) {
        for (int i = 0; i < sections.size(); i++) {
            Section patched = patchSection(sections.get(i), itemId, patch);
            if (patched != null) {
                List<Section> all = new ArrayList<>(sections);
                all.set(i, patched);
                return all;
            }
        }
        return null;
    }

    private static @Nullable Section patchSection(Section section, String itemId, ItemPatch patch) {
        for (int i = 0; i < section.items().size(); i++) {
            if (section.items().get(i).id().equals(itemId)) {
                List<Item> items = new ArrayList<>(section.items());
                items.set(i, patch.applyTo(items.get(i)));
                return with(section, items, section.sections());
            }
        }
        List<Section> nested = patchSections(section.sections(), itemId, patch);
        return nested == null ? null : with(section, section.items(), nested);
    }

    private static Section with(Section section, List<Item> items, List<Section> sections) {
        return new Section(section.id(), section.name(), items, sections, section.hours(),
                section.translations());
    }
}
