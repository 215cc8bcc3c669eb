package carte.menu.history;

import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuVersion;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How one menu differs from another, part by part, in an order that people can follow: the menu
 * itself, sections, items, groups, options.
 *
 * @param changes empty if, and only if, the menus say the same
 */
public record MenuDiff(MenuVersion from, MenuVersion to, List<Change> changes) {

    /** What happened to a part; one that was moved and changed is named twice. */
    public enum Kind {
        ADDED, REMOVED, MOVED, CHANGED
    }

    /** What kind of part it happened to. */
    public enum What {
        MENU, SECTION, ITEM, MODIFIER_GROUP, OPTION
    }

    /**
     * What happened to one part.
     *
     * @param id of the part; of the restaurant where the menu itself changed
     * @param name in the newer menu, or in the older one if the part was removed
     * @param section in which an item or a section stands, or stood if it was removed
     * @param group to which an option belongs
     * @param fields what changed; the price of what was added or removed; where it was moved
     */
    public record Change(
            Kind kind,
            What what,
            String id,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String name,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String section,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String group,
            List<FieldChange> fields) {

        /** Copies the list. */
        public Change {
            fields = List.copyOf(fields);
        }
    }

    /**
     * What a field said and says, as in the menu document; JSON's null where it said nothing.
     *
     * @param field as in the document; {@code prices.DELIVERY} and {@code translations.fr} for one
     *     entry of these; {@code section} and {@code position} (from 1) for what was moved
     */
    public record FieldChange(String field, JsonNode from, JsonNode to) {}

    /** Copies the list. */
    public MenuDiff {
        changes = List.copyOf(changes);
    }

    /** Returns what turns {@code from} into {@code to}; versions and times do not count. */
    public static MenuDiff of(MenuDocument from, MenuDocument to) {
        List<Change> changes = new ArrayList<>();
        for (What what : What.values()) {
            changes.addAll(PartChanges.of(
                    MenuPart.all(what, from), MenuPart.all(what, to)));
        }
        return new MenuDiff(from.version(), to.version(), changes);
    }
}
