package carte.gateway.site.console.bulk;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.Money;
import carte.gateway.site.console.Prices;
import carte.gateway.site.console.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change of many prices as it is shown before it is made.
 *
 * @param version of the menu on which it would be made
 * @param fault the name of a message that says what is wrong with the rule; empty for nothing
 */
record BulkView(
        long version,
        String currency,
        List<Choice> sections,
        String section,
        String percent,
        String amount,
        String round,
        String fault,
        List<Line> lines) {

    private static final String DELIVERY = "DELIVERY";

    /** A section to choose. */
    record Choice(String id, String name, boolean chosen) {}

    /**
     * One price that would change.
     *
     * @param up whether it would be higher
     */
    record Line(String itemId, String name, String from, String to, boolean up,
            ObjectNode change) {}

    /** Copies the lists. */
    BulkView {
        sections = List.copyOf(sections);
        lines = List.copyOf(lines);
    }

    /** Works out what the fields of a form come to on a menu. */
    static BulkView of(ObjectNode menu, MultiValueMap<String, String> fields, Locale locale) {
        String section = text(fields, "section");
        String percent = text(fields, "percent");
        String amount = text(fields, "amount");
        String round = text(fields, "round");
        String currency = menu.path("currency").asString("");
        Optional<PriceRule> rule = PriceRule.read(percent, amount, round, currency);
        List<Line> lines = rule.filter(each -> !each.isNothing())
                .map(each -> lines(items(menu, section), each, locale))
                .orElse(List.of());
        return new BulkView(Tree.version(menu), currency,
                Tree.sections(menu).stream().map(each -> new Choice(Tree.id(each),
                        Tree.name(each), Tree.id(each).equals(section))).toList(),
                section, percent, amount, round,
                rule.isPresent() ? "" : "console.refused.rule", lines);
    }

    private static List<ObjectNode> items(ObjectNode menu, String section) {
        return section.isEmpty()
                ? Tree.items(menu)
                : Tree.section(menu, section).map(Tree::itemsOf).orElse(List.of());
    }

    private static List<Line> lines(List<ObjectNode> items, PriceRule rule, Locale locale) {
        List<Line> lines = new ArrayList<>();
        for (ObjectNode item : items) {
            Money from = Prices.of(item.path("price"));
            Money to = rule.of(from);
            ObjectNode change = change(item, rule, to);
            if (to.amount() != from.amount() || change.has("prices")) {
                lines.add(new Line(Tree.id(item), Tree.name(item), Prices.shown(from, locale),
                        Prices.shown(to, locale), to.amount() > from.amount(), change));
            }
        }
        return lines;
    }

    /** What is paid on delivery changes by the same rule. */
    private static ObjectNode change(ObjectNode item, PriceRule rule, Money to) {
        ObjectNode change = ContractJson.mapper().createObjectNode();
        change.put("itemId", Tree.id(item));
        change.set("price", Prices.json(to));
        JsonNode delivery = item.path("prices").path(DELIVERY);
        if (delivery.isObject()) {
            ObjectNode prices = ((ObjectNode) item.path("prices")).deepCopy();
            prices.set(DELIVERY, Prices.json(rule.of(Prices.of(delivery))));
            if (!Tree.same(prices, item.path("prices"))) {
                change.set("prices", prices);
            }
        }
        return change;
    }

    /** Returns the changes as the API takes them, without the items that were unticked. */
    ObjectNode changes(List<String> left) {
        ObjectNode body = ContractJson.mapper().createObjectNode();
        ArrayNode changes = body.putArray("changes");
        lines.stream().filter(line -> !left.contains(line.itemId()))
                .forEach(line -> changes.add(line.change()));
        return body;
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
