package carte.gateway.site.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Two people's wishes side by side, of which one is to be chosen.
 *
 * @param part what it is about, by name
 * @param rows what differs
 * @param action where the choice of one's own is sent
 * @param fields what is sent then
 * @param back where the choice of the other's leads
 */
public record Conflict(
        String part, List<Row> rows, String action, List<Field> fields, String back) {

    /**
     * A field that two people have changed.
     *
     * @param field the name of a message
     */
    public record Row(String field, String theirs, String mine) {}

    /** A hidden field of a form. */
    public record Field(String name, String value) {}

    /** Copies the lists. */
    public Conflict {
        rows = List.copyOf(rows);
        fields = List.copyOf(fields);
    }

    /**
     * Makes one of a form that clashed.
     *
     * @param renewed fields that say what the sender saw, as the menu says it now
     */
    public static Conflict of(String part, Saved.Clashed clashed, Form form,
            Map<String, String> renewed, String action, String back, Locale locale) {
        List<Row> rows = clashed.differences().stream()
                .map(each -> new Row("console.field." + each.field(),
                        text(each.theirs(), locale), text(each.mine(), locale)))
                .toList();
        List<Field> fields = new ArrayList<>();
        form.fields().forEach((name, values) -> {
            if (!renewed.containsKey(name)) {
                values.forEach(value -> fields.add(new Field(name, value)));
            }
        });
        renewed.forEach((name, value) -> fields.add(new Field(name, value)));
        return new Conflict(part, rows, action, fields, back);
    }

    private static String text(JsonNode value, Locale locale) {
        if (value.isArray()) {
            return String.join(", ", value.valueStream()
                    .map(each -> each.isObject() ? named(each, locale) : each.asString(""))
                    .toList());
        }
        if (value.isObject()) {
            return value.has("amount") ? Prices.shown(value, locale) : named(value, locale);
        }
        return value.isNull() ? "–" : value.asString("");
    }

    private static String named(JsonNode part, Locale locale) {
        String price = Prices.shown(part.path("price"), locale);
        String name = part.path("name").asString(part.path("status").asString(""));
        return price.isEmpty() ? name : name + " " + price;
    }
}
