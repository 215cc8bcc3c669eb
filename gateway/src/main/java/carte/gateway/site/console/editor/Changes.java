package carte.gateway.site.console.editor;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.Money;
import carte.gateway.site.console.Edit;
import carte.gateway.site.console.Form;
import carte.gateway.site.console.Prices;
import carte.gateway.site.console.Step;
import carte.gateway.site.console.Tree;
import java.util.Iterator;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Parts that come to a menu and leave it. */
final class Changes {

    private Changes() {}

    /** Puts a new item at the end of a section. */
    static Edit addItem(String sectionId, Form form) {
        return menu -> {
            Optional<ObjectNode> section = Tree.section(menu, sectionId);
            Optional<Money> price = Prices.read(
                    form.text("price"), menu.path("currency").asString(""));
            if (section.isEmpty()) {
                return new Step.Gone();
            }
            if (form.text("name").isEmpty()) {
                return new Step.Refuse("console.refused.name");
            }
            if (price.isEmpty()) {
                return new Step.Refuse("console.refused.price");
            }
            ObjectNode item = Tree.itemList(section.get()).addObject();
            item.put("id", Tree.newId(form.text("name"), Tree.items(menu).stream()));
            item.put("name", form.text("name"));
            item.set("price", Prices.json(price.get()));
            return new Step.Replace(menu);
        };
    }

    /** Puts a new section at the end of the menu. */
    static Edit addSection(String name) {
        return menu -> {
            if (name.isEmpty()) {
                return new Step.Refuse("console.refused.name");
            }
            ObjectNode section = ContractJson.mapper().createObjectNode();
            section.put("id", Tree.newId(name, Tree.sections(menu).stream()));
            section.put("name", name);
            section.putArray("items");
            Tree.sectionList(menu).add(section);
            return new Step.Replace(menu);
        };
    }

    static Edit removeItem(String itemId) {
        return menu -> {
            boolean removed = Tree.sections(menu).stream().map(Tree::itemList)
                    .anyMatch(items -> remove(items, itemId));
            return removed ? new Step.Replace(menu) : new Step.Gone();
        };
    }

    /** Takes an empty section away. */
    static Edit removeSection(String sectionId) {
        return menu -> {
            Optional<ObjectNode> section = Tree.section(menu, sectionId);
            if (section.isEmpty()) {
                return new Step.Gone();
            }
            if (!Tree.items(section.get()).isEmpty()
                    || !Tree.itemsOf(section.get()).isEmpty()
                    || section.get().path("sections").size() > 0) {
                return new Step.Refuse("console.refused.not-empty");
            }
            remove(Tree.sectionList(menu), sectionId);
            Tree.sections(menu).forEach(each -> {
                if (each.path("sections") instanceof ArrayNode inner) {
                    remove(inner, sectionId);
                }
            });
            return new Step.Replace(menu);
        };
    }

    private static boolean remove(ArrayNode list, String id) {
        for (Iterator<JsonNode> parts = list.iterator(); parts.hasNext();) {
            if (Tree.id(parts.next()).equals(id)) {
                parts.remove();
                return true;
            }
        }
        return false;
    }
}
