package carte.menu.history;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Option;
import carte.contracts.menu.Section;
import carte.menu.history.MenuDiff.What;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A part of a menu and where it stands.
 *
 * @param parent the section of an item or a section, the group of an option, else null
 * @param position from 1 among those of the same parent
 * @param content the part without what it contains, as it is in the document
 */
record MenuPart(
        What what,
        String id,
        @Nullable String name,
        @Nullable String parent,
        int position,
        Object content) {

    /** What is no field of the part's own: its name of itself, and its parts. */
    private static final Set<String> NOT_OWN = Set.of("id", "restaurantId", "version",
            "publishedAt", "sections", "items", "options");

    /** The lists whose entries change one by one. */
    private static final Set<String> TAKEN_APART = Set.of("prices", "translations");

    /** What tells a part from all others of its kind, in the older menu and in the newer one. */
    record Key(@Nullable String owner, String id) {}

    /** Returns all parts of a kind in the order of the menu. */
    static List<MenuPart> all(What what, MenuDocument menu) {
        List<MenuPart> parts = new ArrayList<>();
        switch (what) {
            case MENU -> parts.add(whole(menu));
            case SECTION -> addSections(null, menu.sections(), parts);
            case ITEM -> addItems(menu.sections(), parts);
            case MODIFIER_GROUP -> addGroups(menu.modifierGroups(), parts);
            case OPTION -> menu.modifierGroups().forEach(group -> addOptions(group, parts));
        }
        return parts;
    }

    Key key() {
        return new Key(what == What.OPTION ? parent : null, id);
    }

    /** Returns the part's own fields by name, none of which is JSON's null. */
    Map<String, JsonNode> fields() {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        JsonNode tree = ContractJson.mapper().valueToTree(content);
        tree.forEachEntry((field, value) -> {
            boolean ofGroups = what == What.MENU && field.equals("modifierGroups");
            if (TAKEN_APART.contains(field)) {
                value.forEachEntry((key, entry) -> fields.put(field + "." + key, entry));
            } else if (!NOT_OWN.contains(field) && !ofGroups && !value.isNull()) {
                fields.put(field, value);
            }
        });
        return fields;
    }

    private static MenuPart whole(MenuDocument menu) {
        return new MenuPart(What.MENU, menu.restaurantId().value(), null, null, 1,
                new MenuDocument(menu.restaurantId(), menu.version(), menu.currency(),
                        menu.publishedAt(), List.of(), List.of(), menu.tax()));
    }

    private static void addSections(
            @Nullable String parent, List<Section> sections, List<MenuPart> parts) {
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            Section bare = new Section(section.id(), section.name(), List.of(), List.of(),
                    section.hours(), section.translations());
            parts.add(new MenuPart(
                    What.SECTION, section.id(), section.name(), parent, i + 1, bare));
            addSections(section.id(), section.sections(), parts);
        }
    }

    private static void addItems(List<Section> sections, List<MenuPart> parts) {
        for (Section section : sections) {
            for (int i = 0; i < section.items().size(); i++) {
                var item = section.items().get(i);
                parts.add(new MenuPart(
                        What.ITEM, item.id(), item.name(), section.id(), i + 1, item));
            }
            addItems(section.sections(), parts);
        }
    }

    private static void addGroups(List<ModifierGroup> groups, List<MenuPart> parts) {
        for (int i = 0; i < groups.size(); i++) {
            ModifierGroup group = groups.get(i);
            ModifierGroup bare = new ModifierGroup(group.id(), group.name(), group.min(),
                    group.max(), group.free(), List.of(), group.translations());
            parts.add(new MenuPart(
                    What.MODIFIER_GROUP, group.id(), group.name(), null, i + 1, bare));
        }
    }

    private static void addOptions(ModifierGroup group, List<MenuPart> parts) {
        for (int i = 0; i < group.options().size(); i++) {
            Option option = group.options().get(i);
            parts.add(new MenuPart(
                    What.OPTION, option.id(), option.name(), group.id(), i + 1, option));
        }
    }
}
