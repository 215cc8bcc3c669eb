package carte.gateway.site.console.groups;

import carte.gateway.site.console.Form;
import carte.gateway.site.console.Prices;
import carte.gateway.site.console.Tree;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The modifier groups as they are edited.
 *
 * @param address where a new one is sent
 */
record GroupsView(List<GroupView> groups, String currency, String address) {

    private static final int EMPTY_LINES = 2;

    /**
     * A group.
     *
     * @param was the group as JSON, sent back to tell what was changed
     * @param items the names of the items that have it
     */
    record GroupView(String id, String name, String min, String max, String free,
            List<OptionView> options, String was, List<String> items, String address) {}

    /** An option; all is empty of one that is to be filled in. */
    record OptionView(String id, String name, String price, String max) {}

    static GroupsView of(ObjectNode menu, String address) {
        return new GroupsView(Tree.groups(menu).stream()
                .map(group -> group(menu, group, address)).toList(),
                menu.path("currency").asString(""), address);
    }

    private static GroupView group(ObjectNode menu, ObjectNode group, String address) {
        List<OptionView> options = new ArrayList<>();
        group.path("options").forEach(option -> options.add(option(option)));
        for (int i = 0; i < EMPTY_LINES; i++) {
            options.add(new OptionView("", "", "", "1"));
        }
        List<String> items = Tree.items(menu).stream()
                .filter(item -> item.path("modifierGroups").valueStream()
                        .anyMatch(each -> each.asString("").equals(Tree.id(group))))
                .map(Tree::name).toList();
        return new GroupView(Tree.id(group), Tree.name(group), number(group, "min", 0),
                number(group, "max", 1), number(group, "free", 0), options,
                group.toString(), items, address + "/" + Tree.id(group));
    }

    private static OptionView option(JsonNode option) {
        return new OptionView(Tree.id(option), Tree.name(option),
                Prices.field(option.path("price")), number(option, "max", 1));
    }

    private static String number(JsonNode part, String field, int otherwise) {
        return Integer.toString(part.path(field).asInt(otherwise));
    }

    /** Returns the same with one group as its form was filled in. */
    GroupsView with(String groupId, Form form) {
        return new GroupsView(groups.stream()
                .map(each -> each.id().equals(groupId) ? filledIn(each, form) : each).toList(),
                currency, address);
    }

    private static GroupView filledIn(GroupView group, Form form) {
        List<OptionView> options = new ArrayList<>();
        for (int i = 0; i < form.all("option-name").size(); i++) {
            options.add(new OptionView(nth(form, "option-id", i), nth(form, "option-name", i),
                    nth(form, "option-price", i), nth(form, "option-max", i)));
        }
        return new GroupView(group.id(), form.text("name"), form.text("min"), form.text("max"),
                form.text("free"), options, form.text("was"), group.items(), group.address());
    }

    private static String nth(Form form, String name, int index) {
        List<String> all = form.all(name);
        return index < all.size() ? all.get(index) : "";
    }
}
