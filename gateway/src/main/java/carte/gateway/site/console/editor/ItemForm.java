package carte.gateway.site.console.editor;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.Money;
import carte.gateway.site.console.Edit;
import carte.gateway.site.console.Form;
import carte.gateway.site.console.Merge;
import carte.gateway.site.console.Prices;
import carte.gateway.site.console.Step;
import carte.gateway.site.console.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What a form says of an item. A field {@code was-price} beside {@code price} says what stood there
 * when the page was made, so only what its sender has changed is changed.
 */
record ItemForm(String itemId, Form form) implements Edit {

    private static final String WAS = "was-";
    private static final List<String> TEXTS = List.of("name", "description", "image");
    private static final List<String> LISTS = List.of("allergens", "diets", "modifierGroups");
    private static final Map<String, String> WAYS = Map.of(
            "delivery", "DELIVERY", "pickup", "PICKUP");

    @Override
    public Step on(ObjectNode menu) {
        String currency = menu.path("currency").asString("");
        List<Merge.Field> fields = new ArrayList<>();
        if (form.find("name").filter(String::isEmpty).isPresent()) {
            return new Step.Refuse("console.refused.name");
        }
        TEXTS.stream().filter(this::isChanged).forEach(name -> fields.add(
                new Merge.Field(name, text(form.text(WAS + name)), text(form.text(name)))));
        LISTS.stream().filter(this::isListChanged).forEach(name -> fields.add(
                new Merge.Field(name, list(was(name)), list(wanted(name)))));
        if (isChanged("price")) {
            Optional<Money> want = Prices.read(form.text("price"), currency);
            if (want.isEmpty()) {
                return new Step.Refuse("console.refused.price");
            }
            fields.add(new Merge.Field("price", price(WAS + "price", currency),
                    Prices.json(want.get())));
        }
        List<String> ways = WAYS.keySet().stream().filter(this::isChanged).sorted().toList();
        if (ways.stream().anyMatch(way -> !form.text(way).isEmpty()
                && Prices.read(form.text(way), currency).isEmpty())) {
            return new Step.Refuse("console.refused.price");
        }
        if (!ways.isEmpty()) {
            fields.add(new Merge.Field("prices", prices(menu, ways, WAS, currency),
                    prices(menu, ways, "", currency)));
        }
        return new ItemEdit(itemId, fields).on(menu);
    }

    private boolean isChanged(String name) {
        return form.find(name).isPresent() && !form.text(name).equals(form.text(WAS + name));
    }

    /** Of boxes of which none is ticked a form says nothing; what was is always said. */
    private boolean isListChanged(String name) {
        return form.find(WAS + name).isPresent() && !was(name).equals(wanted(name));
    }

    private List<String> was(String name) {
        return Arrays.stream(form.text(WAS + name).split(",", -1))
                .filter(each -> !each.isEmpty()).toList();
    }

    /** Keeps the order of what was there, and puts what is new behind it. */
    private List<String> wanted(String name) {
        List<String> ticked = form.all(name);
        List<String> wanted = new ArrayList<>(was(name));
        wanted.retainAll(ticked);
        ticked.stream().filter(each -> !wanted.contains(each)).forEach(wanted::add);
        return wanted;
    }

    private JsonNode price(String name, String currency) {
        return Prices.read(form.text(name), currency).map(Prices::json)
                .orElse(NullNode.instance);
    }

    /** Prices of other ways to get the food stay as they are. */
    private JsonNode prices(
            ObjectNode menu, List<String> ways, String prefix, String currency) {
        ObjectNode prices = Tree.item(menu, itemId)
                .map(item -> item.path("prices"))
                .filter(ObjectNode.class::isInstance)
                .map(each -> ((ObjectNode) each).deepCopy())
                .orElseGet(ContractJson.mapper()::createObjectNode);
        for (String way : ways) {
            String fulfilment = Objects.requireNonNull(WAYS.get(way));
            Optional<Money> price = Prices.read(form.text(prefix + way), currency);
            if (price.isPresent()) {
                prices.set(fulfilment, Prices.json(price.get()));
            } else {
                prices.remove(fulfilment);
            }
        }
        return prices;
    }

    private static JsonNode text(String text) {
        return text.isEmpty() ? NullNode.instance : StringNode.valueOf(text);
    }

    private static JsonNode list(List<String> values) {
        ArrayNode list = ContractJson.mapper().createArrayNode();
        values.forEach(list::add);
        return list;
    }
}
