package carte.gateway.site.console.bulk;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.Money;
import carte.gateway.site.console.Prices;
import carte.gateway.site.console.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * @param changes one for each item, as the API takes them
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
        List<Line> lines,
        List<ObjectNode> changes) {

    /** A section to choose. */
    record Choice(String id, String name, boolean chosen) {}

    /**
     * One price that would change.
     *
     * @param first whether it is the first of its item, all of whose prices change together
     * @param way the name of a message that says for whom it is the price; empty for everybody
     * @param up whether it would be higher
     */
    record Line(String itemId, String name, boolean first, String way, String from, String to,
            boolean up) {}

    /** What the rule makes of one menu. */
    private static final class Sheet {

        private final List<Line> lines = new ArrayList<>();
        private final List<ObjectNode> changes = new ArrayList<>();
        private final PriceRule rule;
        private final Locale locale;

        Sheet(PriceRule rule, Locale locale) {
            this.rule = rule;
            this.locale = locale;
        }

        /** What is paid on delivery or at the counter changes by the same rule. */
        void add(ObjectNode item) {
            ObjectNode change = ContractJson.mapper().createObjectNode();
            change.put("itemId", Tree.id(item));
            changed(item, "", item.path("price"), false)
                    .ifPresent(to -> change.set("price", Prices.json(to)));
            ObjectNode prices = ContractJson.mapper().createObjectNode();
            boolean others = false;
            for (Map.Entry<String, JsonNode> price : item.path("prices").properties()) {
                Optional<Money> to = changed(item, "console.fulfilment."
                        + price.getKey().toLowerCase(Locale.ROOT), price.getValue(),
                        others || change.has("price"));
                prices.set(price.getKey(), to.map(Prices::json).orElse(price.getValue()));
                others |= to.isPresent();
            }
            if (others) {
                change.set("prices", prices);
            }
            if (change.size() > 1) {
                changes.add(change);
            }
        }

        private Optional<Money> changed(
                ObjectNode item, String way, JsonNode price, boolean another) {
            Money from = Prices.of(price);
            Money to = rule.of(from);
            if (!price.has("amount") || to.amount() == from.amount()) {
                return Optional.empty();
            }
            lines.add(new Line(Tree.id(item), Tree.name(item), !another, way,
                    Prices.shown(from, locale), Prices.shown(to, locale),
                    to.amount() > from.amount()));
            return Optional.of(to);
        }
    }

    /** Copies the lists. */
    BulkView {
        sections = List.copyOf(sections);
        lines = List.copyOf(lines);
        changes = List.copyOf(changes);
    }

    /** Works out what the fields of a form come to on a menu. */
    static BulkView of(ObjectNode menu, MultiValueMap<String, String> fields, Locale locale) {
        String section = text(fields, "section");
        String percent = text(fields, "percent");
        String amount = text(fields, "amount");
        String round = text(fields, "round");
        String currency = menu.path("currency").asString("");
        Optional<PriceRule> rule = PriceRule.read(percent, amount, round, currency);
        Optional<Sheet> sheet = rule.filter(each -> !each.isNothing())
                .map(each -> new Sheet(each, locale));
        sheet.ifPresent(each -> items(menu, section).forEach(each::add));
        return new BulkView(Tree.version(menu), currency,
                Tree.sections(menu).stream().map(each -> new Choice(Tree.id(each),
                        Tree.name(each), Tree.id(each).equals(section))).toList(),
                section, percent, amount, round,
                rule.isPresent() ? "" : "console.refused.rule",
                sheet.map(each -> each.lines).orElse(List.of()),
                sheet.map(each -> each.changes).orElse(List.of()));
    }

    private static List<ObjectNode> items(ObjectNode menu, String section) {
        return section.isEmpty()
                ? Tree.items(menu)
                : Tree.section(menu, section).map(Tree::itemsOf).orElse(List.of());
    }

    /** Returns the changes as the API takes them, without the items that were unticked. */
    ObjectNode changes(List<String> left) {
        ObjectNode body = ContractJson.mapper().createObjectNode();
        ArrayNode wanted = body.putArray("changes");
        changes.stream()
                .filter(change -> !left.contains(change.path("itemId").asString("")))
                .forEach(wanted::add);
        return body;
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
