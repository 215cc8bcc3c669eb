package carte.gateway.site.console.groups;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.Money;
import carte.gateway.site.console.Edit;
import carte.gateway.site.console.Form;
import carte.gateway.site.console.Merge;
import carte.gateway.site.console.Prices;
import carte.gateway.site.console.Step;
import carte.gateway.site.console.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What a form says of a modifier group. Its field {@code was} is the group as it was when the page
 * was made; {@code option-id}, {@code option-name}, {@code option-price}, {@code option-max} are
 * there once for each option. One without a name is left out; one without an id is new.
 */
record GroupEdit(String groupId, Form form) implements Edit {

    private static final List<String> NUMBERS = List.of("min", "max", "free");
    private static final int LARGEST = 100_000;

    @Override
    public Step on(ObjectNode menu) {
        if (form.text("was").length() > LARGEST) {
            return new Step.Refuse("console.refused.large");
        }
        Optional<ObjectNode> group = Tree.group(menu, groupId);
        Optional<ObjectNode> was = was();
        if (group.isEmpty() || was.isEmpty()) {
            return new Step.Gone();
        }
        if (form.text("name").isEmpty()) {
            return new Step.Refuse("console.refused.name");
        }
        if (NUMBERS.stream().anyMatch(each -> form.number(each).isEmpty())) {
            return new Step.Refuse("console.refused.number");
        }
        Optional<ArrayNode> options = options(was.get(), menu.path("currency").asString(""));
        if (options.isEmpty()) {
            return new Step.Refuse("console.refused.price");
        }
        Merge merge = Merge.of(group.get(), fields(was.get(), options.get()));
        if (!merge.clashes().isEmpty()) {
            return new Step.Clash(merge.clashes());
        }
        if (merge.changed().isEmpty()) {
            return new Step.Nothing();
        }
        merge.changed().properties().forEach(
                field -> group.get().set(field.getKey(), field.getValue()));
        return new Step.Replace(menu);
    }

    /** Only what was changed on the page is a wish. */
    private List<Merge.Field> fields(ObjectNode was, ArrayNode options) {
        List<Merge.Field> fields = new ArrayList<>();
        fields.add(new Merge.Field("name", was.path("name"),
                StringNode.valueOf(form.text("name"))));
        NUMBERS.forEach(name -> fields.add(new Merge.Field(name, was.path(name),
                IntNode.valueOf(form.number(name).orElse(0)))));
        fields.add(new Merge.Field("options", was.path("options"), options));
        fields.removeIf(field -> Tree.same(field.saw(), field.want()));
        return fields;
    }

    private Optional<ObjectNode> was() {
        try {
            return ContractJson.mapper().readTree(form.text("was")) instanceof ObjectNode was
                    ? Optional.of(was)
                    : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private Optional<ArrayNode> options(ObjectNode was, String currency) {
        List<String> ids = form.all("option-id");
        List<String> names = form.all("option-name");
        List<String> prices = form.all("option-price");
        List<String> most = form.all("option-max");
        int count = Stream.of(ids, names, prices, most).mapToInt(List::size).min().orElse(0);
        ArrayNode options = ContractJson.mapper().createArrayNode();
        for (int i = 0; i < count; i++) {
            if (names.get(i).isBlank()) {
                continue;
            }
            String price = prices.get(i).isBlank() ? "0" : prices.get(i);
            Optional<Money> read = Prices.read(price, currency);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            ObjectNode option = known(was, ids.get(i))
                    .orElseGet(ContractJson.mapper()::createObjectNode);
            if (!option.has("id")) {
                option.put("id", Tree.newId(names.get(i), options.valueStream()
                        .map(ObjectNode.class::cast)));
            }
            put(option, "name", StringNode.valueOf(names.get(i).strip()));
            put(option, "price", Prices.json(read.get()));
            put(option, "max", IntNode.valueOf(
                    most.get(i).strip().matches("[1-9]\\d{0,3}")
                            ? Integer.parseInt(most.get(i).strip())
                            : 1));
            options.add(option);
        }
        return Optional.of(options);
    }

    /** Keeps what the page does not show of an option. */
    private static Optional<ObjectNode> known(ObjectNode was, String id) {
        return was.path("options").valueStream()
                .filter(option -> Tree.id(option).equals(id))
                .filter(ObjectNode.class::isInstance)
                .map(option -> ((ObjectNode) option).deepCopy())
                .findFirst();
    }

    private static void put(ObjectNode option, String field, JsonNode value) {
        option.set(field, value);
    }
}
