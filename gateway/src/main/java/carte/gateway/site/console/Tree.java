package carte.gateway.site.console;

import carte.contracts.json.ContractJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds its way in a menu document, of which it keeps what it does not know. */
public final class Tree {

    private static final String SECTIONS = "sections";
    private static final String ITEMS = "items";
    private static final String GROUPS = "modifierGroups";
    private static final int LONGEST_ID = 60;

    private Tree() {}

    /** Returns all sections, each before those in it. */
    public static List<ObjectNode> sections(JsonNode menu) {
        List<ObjectNode> sections = new ArrayList<>();
        menu.path(SECTIONS).forEach(section -> {
            sections.add((ObjectNode) section);
            sections.addAll(sections(section));
        });
        return sections;
    }

    /** Returns all items in the order of the menu. */
    public static List<ObjectNode> items(JsonNode menu) {
        return sections(menu).stream().flatMap(section -> children(section, ITEMS)).toList();
    }

    /** Returns the modifier groups. */
    public static List<ObjectNode> groups(JsonNode menu) {
        return children(menu, GROUPS).toList();
    }

    /** Returns the items of a section, without those of the sections in it. */
    public static List<ObjectNode> itemsOf(JsonNode section) {
        return children(section, ITEMS).toList();
    }

    /** Finds an item. */
    public static Optional<ObjectNode> item(JsonNode menu, String id) {
        return items(menu).stream().filter(each -> id(each).equals(id)).findFirst();
    }

    /** Returns the id of the section in which an item stands; empty if it stands in none. */
    public static String sectionOf(JsonNode menu, String item) {
        return sections(menu).stream()
                .filter(section -> itemsOf(section).stream()
                        .anyMatch(each -> id(each).equals(item)))
                .map(Tree::id).findFirst().orElse("");
    }

    /** Finds a section. */
    public static Optional<ObjectNode> section(JsonNode menu, String id) {
        return sections(menu).stream().filter(each -> id(each).equals(id)).findFirst();
    }

    /** Finds a modifier group. */
    public static Optional<ObjectNode> group(JsonNode menu, String id) {
        return groups(menu).stream().filter(each -> id(each).equals(id)).findFirst();
    }

    /** Returns the list of a section's items, to be changed. */
    public static ArrayNode itemList(ObjectNode section) {
        return list(section, ITEMS);
    }

    /** Returns the list of the menu's outer sections, to be changed. */
    public static ArrayNode sectionList(ObjectNode menu) {
        return list(menu, SECTIONS);
    }

    /** Returns the list of the menu's groups, to be changed. */
    public static ArrayNode groupList(ObjectNode menu) {
        return list(menu, GROUPS);
    }

    /** Returns the id of a part. */
    public static String id(JsonNode part) {
        return part.path("id").asString("");
    }

    /** Returns the name of a part. */
    public static String name(JsonNode part) {
        return part.path("name").asString("");
    }

    /** Returns the version of a menu. */
    public static long version(JsonNode menu) {
        return menu.path("version").asLong(0);
    }

    /** Tells whether two pieces of JSON say the same. */
    public static boolean same(JsonNode one, JsonNode other) {
        return one.toString().equals(other.toString());
    }

    /** Makes an id from a name that no part of a kind has: {@code jollof-rice-2}. */
    public static String newId(String name, Stream<ObjectNode> others) {
        Set<String> taken = new HashSet<>();
        others.forEach(part -> taken.add(id(part)));
        String slug = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String base = slug.isEmpty()
                ? "new"
                : slug.substring(0, Math.min(slug.length(), LONGEST_ID - 5));
        String id = base;
        for (int number = 2; taken.contains(id); number++) {
            id = base + "-" + number;
        }
        return id;
    }

    private static ArrayNode list(ObjectNode part, String field) {
        if (part.path(field) instanceof ArrayNode list) {
            return list;
        }
        ArrayNode list = ContractJson.mapper().createArrayNode();
        part.set(field, list);
        return list;
    }

    private static Stream<ObjectNode> children(JsonNode parent, String field) {
        return parent.path(field).valueStream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast);
    }
}
