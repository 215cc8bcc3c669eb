package carte.menu.exchange.jsonld;

import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuJson;
import carte.kit.json.JsonBody;
import carte.kit.problem.Fault;
import carte.kit.problem.ProblemException;
import carte.menu.document.MenuContent;
import carte.menu.exchange.draft.MenuFile;
import carte.menu.exchange.draft.Utf8;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Menus as JSON-LD in the words of schema.org, which restaurants publish in their pages. */
public final class JsonLdFile implements MenuFile {

    static final String SCHEMA = "https://schema.org/";

    /** The prefix of what schema.org has no words for: fields as in Carte's own JSON. */
    static final String OWN = "carte:";

    static final String OWN_GROUPS = OWN + "modifierGroups";

    private static final int LONGEST_QUOTED = 40;

    private final JsonNode tree;

    private JsonLdFile(JsonNode tree) {
        this.tree = tree;
    }

    /** Returns a menu as JSON-LD in UTF-8. */
    public static byte[] write(MenuJson menu) {
        return JsonLdMenuWriter.write(menu);
    }

    /**
     * Parses a file.
     *
     * @throws ProblemException if it is not JSON in UTF-8, or neither an object nor a list
     */
    public static JsonLdFile parse(byte[] body) {
        JsonNode tree = JsonBody.parse(Utf8.withoutMark(body));
        if (!tree.isObject() && !tree.isArray()) {
            throw ProblemException.invalid(List.of(new Fault("", "expected an object or a list")));
        }
        return new JsonLdFile(tree);
    }

    @Override
    public MenuContent read(MenuDocument current, Instant now) {
        return new JsonLdMenuReader(tree, current).read(now);
    }

    /** Returns what was found, not too long, for a fault. */
    static String quoted(JsonNode value) {
        String text = value.toString();
        return text.length() <= LONGEST_QUOTED
                ? text
                : text.substring(0, LONGEST_QUOTED - 3) + "...";
    }
}
