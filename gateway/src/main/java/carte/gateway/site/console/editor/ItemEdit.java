package carte.gateway.site.console.editor;

import carte.contracts.json.ContractJson;
import carte.gateway.site.console.Edit;
import carte.gateway.site.console.Merge;
import carte.gateway.site.console.Step;
import carte.gateway.site.console.Tree;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fields of one item that somebody has changed. */
record ItemEdit(String itemId, List<Merge.Field> fields) implements Edit {

    /** Copies the list. */
    ItemEdit {
        fields = List.copyOf(fields);
    }

    @Override
    public Step on(ObjectNode menu) {
        Optional<ObjectNode> item = Tree.item(menu, itemId);
        if (item.isEmpty()) {
            return new Step.Gone();
        }
        Merge merge = Merge.of(item.get(), fields);
        if (!merge.clashes().isEmpty()) {
            return new Step.Clash(merge.clashes());
        }
        return merge.changed().isEmpty()
                ? new Step.Nothing()
                : new Step.PatchItem(itemId, merge.changed());
    }

    /** Returns an edit that says whether an item can be had, whatever others say of that. */
    static Edit availability(String itemId, JsonNode availability) {
        return menu -> Tree.item(menu, itemId)
                .<Step>map(item -> {
                    if (Tree.same(item.path("availability"), availability)) {
                        return new Step.Nothing();
                    }
                    ObjectNode patch = ContractJson.mapper().createObjectNode();
                    patch.set("availability", availability);
                    return new Step.PatchItem(itemId, patch);
                })
                .orElseGet(Step.Gone::new);
    }
}
