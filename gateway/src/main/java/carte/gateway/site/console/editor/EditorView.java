package carte.gateway.site.console.editor;

import carte.gateway.site.console.RestaurantFacts;
import carte.gateway.site.console.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A menu as the editor shows it.
 *
 * @param version of the menu that is shown
 * @param parts all sections, to choose one
 * @param outer the sections that stand in no other one
 * @param sections those that are shown
 * @param chosen the id of the section that was chosen; empty for all
 * @param query what names are looked for; empty for none
 */
record EditorView(
        long version,
        int items,
        int soldOut,
        List<Part> parts,
        List<Part> outer,
        List<SectionView> sections,
        String chosen,
        String query) {

    /** Larger menus are shown section by section. */
    private static final int SHOWN_AT_ONCE = 150;

    /** A section to choose. */
    record Part(String id, String name, int items, boolean current, String address) {}

    /**
     * A section with its items.
     *
     * @param ids the ids of all its items in their order, with commas
     * @param inner whether it stands in another section
     * @param sortable whether all its items are shown
     */
    record SectionView(String id, String name, boolean inner, boolean first, boolean last,
            String ids, boolean sortable, List<RowView> rows) {}

    /** Copies the lists. */
    EditorView {
        parts = List.copyOf(parts);
        outer = List.copyOf(outer);
        sections = List.copyOf(sections);
    }

    /**
     * Makes the view.
     *
     * @param section which is asked for; null for none
     * @param query a part of a name; null for all
     */
    static EditorView of(ObjectNode menu, RestaurantFacts restaurant,
            @Nullable String section, @Nullable String query, Locale locale) {
        List<ObjectNode> all = Tree.sections(menu);
        String asked = query == null ? "" : query.strip();
        int items = Tree.items(menu).size();
        String chosen = chosen(all, section, asked, items);
        RowView.Maker maker = new RowView.Maker(restaurant, menu, locale);
        List<SectionView> shown = all.stream()
                .filter(each -> chosen.isEmpty() || Tree.id(each).equals(chosen))
                .map(each -> section(menu, each, asked, maker))
                .filter(each -> asked.isEmpty() || !each.rows().isEmpty())
                .toList();
        return new EditorView(Tree.version(menu), items,
                (int) Tree.items(menu).stream().filter(RowView::isSoldOut).count(),
                parts(all, restaurant, chosen), parts(outer(menu), restaurant, chosen), shown,
                chosen, asked);
    }

    private static List<ObjectNode> outer(ObjectNode menu) {
        return menu.path("sections").valueStream().map(ObjectNode.class::cast).toList();
    }

    /** Returns the ids of the outer sections in their order, with commas. */
    public String outerIds() {
        return outer.stream().map(Part::id).collect(Collectors.joining(","));
    }

    private static String chosen(
            List<ObjectNode> all, @Nullable String section, String query, int items) {
        Optional<String> known = all.stream().map(Tree::id)
                .filter(id -> id.equals(section)).findFirst();
        if (known.isPresent() || !query.isEmpty() || items <= SHOWN_AT_ONCE || all.isEmpty()) {
            return known.orElse("");
        }
        return all.stream().filter(each -> !Tree.itemsOf(each).isEmpty()).findFirst()
                .map(Tree::id).orElse("");
    }

    private static List<Part> parts(
            List<ObjectNode> all, RestaurantFacts restaurant, String chosen) {
        List<Part> parts = new ArrayList<>();
        all.forEach(each -> parts.add(new Part(Tree.id(each), Tree.name(each),
                Tree.itemsOf(each).size(), Tree.id(each).equals(chosen),
                "/admin/restaurants/" + restaurant.id() + "?section=" + Tree.id(each))));
        return parts;
    }

    /** Makes the view of one section. */
    static SectionView section(
            JsonNode menu, ObjectNode section, String query, RowView.Maker maker) {
        List<ObjectNode> items = Tree.itemsOf(section);
        String looked = query.toLowerCase(Locale.ROOT);
        List<RowView> rows = items.stream()
                .filter(item -> Tree.name(item).toLowerCase(Locale.ROOT).contains(looked))
                .map(item -> maker.row(item, Tree.id(section)))
                .toList();
        List<String> outer = menu.path("sections").valueStream().map(Tree::id).toList();
        int index = outer.indexOf(Tree.id(section));
        return new SectionView(Tree.id(section), Tree.name(section), index < 0, index == 0,
                index == outer.size() - 1,
                items.stream().map(Tree::id).collect(Collectors.joining(",")),
                rows.size() == items.size(), rows);
    }
}
