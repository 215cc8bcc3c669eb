package carte.gateway.site.console;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * How two versions of a menu differ, as people read it.
 *
 * @param changes one for each part
 */
public record Diff(List<Change> changes) {

    /**
     * What happened to a part.
     *
     * @param kind {@code added}, {@code removed}, {@code moved} or {@code changed}
     * @param what the kind of part, such as {@code item}
     * @param place the section or group in which it stands; empty if it is none's
     */
    public record Change(String kind, String what, String name, String place,
            List<FieldChange> fields) {}

    /**
     * What a field said and says.
     *
     * @param message the name of a message, to which {@code detail} is the argument
     */
    public record FieldChange(String message, String detail, String from, String to) {}

    /** Copies the list. */
    public Diff {
        changes = List.copyOf(changes);
    }

    /** Reads the API's difference. */
    public static Diff of(JsonNode diff, Locale locale) {
        return new Diff(diff.path("changes").valueStream()
                .map(change -> change(change, locale)).toList());
    }

    private static Change change(JsonNode change, Locale locale) {
        String name = change.path("name").asString(change.path("id").asString(""));
        return new Change(lower(change, "kind"), lower(change, "what").replace('_', '-'), name,
                change.path("section").asString(change.path("group").asString("")),
                change.path("fields").valueStream().map(field -> field(field, locale)).toList());
    }

    private static FieldChange field(JsonNode field, Locale locale) {
        String[] name = field.path("field").asString("").split("\\.", 2);
        return new FieldChange("console.field." + name[0], name.length > 1 ? name[1] : "",
                text(field.path("from"), locale), text(field.path("to"), locale));
    }

    /** Returns any JSON in few words. */
    static String text(JsonNode value, Locale locale) {
        if (value.isNull() || value.isMissingNode()) {
            return "–";
        }
        if (value.has("amount")) {
            return Prices.shown(value, locale);
        }
        if (value.isArray()) {
            String all = String.join(", ", value.valueStream()
                    .map(each -> text(each, locale)).toList());
            return all.isEmpty() ? "–" : all;
        }
        if (value.isObject()) {
            return String.join(" ", value.propertyStream()
                    .filter(each -> !each.getValue().isNull())
                    .map(each -> text(each.getValue(), locale)).toList());
        }
        return value.asString(value.toString());
    }

    private static String lower(JsonNode change, String field) {
        return change.path(field).asString("").toLowerCase(Locale.ROOT);
    }
}
