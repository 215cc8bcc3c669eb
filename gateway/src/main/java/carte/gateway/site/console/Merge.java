package carte.gateway.site.console;

import carte.contracts.json.ContractJson;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts somebody's changes of a part's fields on top of what others have done to it meanwhile, field
 * by field.
 *
 * @param changed the fields to set
 * @param clashes those that others have set to something else
 */
public record Merge(ObjectNode changed, List<Difference> clashes) {

    /**
     * A field that somebody has changed.
     *
     * @param saw what it said when they began
     * @param want what they want it to say
     */
    public record Field(String name, JsonNode saw, JsonNode want) {}

    /** Copies the list. */
    public Merge {
        clashes = List.copyOf(clashes);
    }

    /** Works it out for a part as it is now; a field that is not there is null. */
    public static Merge of(ObjectNode now, List<Field> fields) {
        ObjectNode changed = ContractJson.mapper().createObjectNode();
        List<Difference> clashes = new ArrayList<>();
        for (Field field : fields) {
            JsonNode says = now.has(field.name()) ? now.get(field.name()) : NullNode.instance;
            if (agree(says, field.want())) {
                continue;
            }
            if (agree(says, field.saw())) {
                changed.set(field.name(), field.want());
            } else {
                clashes.add(new Difference(field.name(), says, field.want()));
            }
        }
        return new Merge(changed, clashes);
    }

    /** Forms can say no text with blanks around it: it is the same one without them. */
    private static boolean agree(JsonNode one, JsonNode other) {
        boolean texts = isText(one) && isText(other);
        return texts ? text(one).equals(text(other)) : Tree.same(one, other);
    }

    private static boolean isText(JsonNode value) {
        return value.isString() || value.isNull();
    }

    private static String text(JsonNode value) {
        return Form.plain(value.asString(""));
    }
}
