package carte.menu.exchange.draft;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuDocument;
import carte.kit.json.Faults;
import carte.kit.problem.Fault;
import carte.kit.problem.ProblemException;
import carte.menu.document.MenuContent;
import carte.menu.document.MenuReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A menu in the making: Carte's own JSON, each part of which remembers where in a file it was
 * found. What is wrong with it is found by the rules for every menu, and told by those places.
 */
public final class Draft {

    /**
     * Most parts of a file. It can name the same part again and again, and name parts in a few
     * bytes, so its size does not bound them.
     */
    public static final int MOST_PARTS = 25_000;

    /** How a format calls a field of a part that was found somewhere. */
    @FunctionalInterface
    public interface Vocabulary {

        /**
         * Returns a fault in the words of the format.
         *
         * @param origin where the part was found
         * @param field JSON pointer within the part, such as {@code /price/amount}; may be empty
         */
        Fault fault(String origin, String field, String detail);
    }

    private record Reference(ArrayNode ids, ObjectNode group) {}

    private final ObjectNode menu;
    private final Vocabulary vocabulary;
    private final IdentityHashMap<JsonNode, String> origins = new IdentityHashMap<>();
    private final IdentityHashMap<ArrayNode, Set<ObjectNode>> opened = new IdentityHashMap<>();
    private final List<Reference> references = new ArrayList<>();
    private final Faults faults = new Faults(this::placed);
    private boolean menuFound;

    /** Begins an empty menu that was found at {@code origin}. */
    public Draft(String currency, String origin, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.menu = part(origin);
        menu.put("currency", currency);
        menu.putArray("sections");
        menu.putArray("modifierGroups");
    }

    /** Returns the menu as it is so far. */
    public ObjectNode menu() {
        return menu;
    }

    /** Notes the place at which a file speaks of the menu itself; false if there was one before. */
    public boolean foundMenuAt(String origin) {
        boolean first = !menuFound;
        menuFound = true;
        if (first) {
            origins.put(menu, origin);
        }
        return first;
    }

    /** Returns the sections of the menu as they are so far. */
    public ArrayNode sections() {
        return menu.withArray("sections");
    }

    /** Returns the groups of the menu as they are so far. */
    public ArrayNode groups() {
        return menu.withArray("modifierGroups");
    }

    /** Returns a new part that was found at {@code origin}, to be put where it belongs. */
    public ObjectNode part(String origin) {
        if (origins.size() >= MOST_PARTS) {
            throw ProblemException.invalid(List.of(new Fault("", "expected at most " + MOST_PARTS
                    + " sections, items, groups and options in all")));
        }
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        origins.put(part, origin);
        return part;
    }

    /** Adds the id of {@code group}, once it is known, to those that {@code part} opens. */
    public void open(ObjectNode part, ObjectNode group) {
        ArrayNode ids = part.withArray("modifierGroups");
        if (opened.computeIfAbsent(ids, _ -> Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(group)) {
            references.add(new Reference(ids, group));
        }
    }

    /** Notes a fault that the rules for every menu would not find. */
    public void fault(String origin, String field, String detail) {
        faults.add(vocabulary.fault(origin, field, detail));
    }

    /** Ends the reading if faults were noted that would only lead to others. */
    public void endIfFaulty() {
        faults.throwIfAny();
    }

    /**
     * Reads the finished menu; the tax stays where the file does not speak of it.
     *
     * @throws ProblemException with all faults
     */
    public MenuContent read(MenuDocument current, Instant now) {
        if (!menu.has("tax")) {
            menu.set("tax", ContractJson.mapper().valueToTree(current.tax()));
        }
        new MissingIds(current).fill(menu);
        references.forEach(reference -> reference.ids()
                .add(reference.group().path("id").asString("")));
        return MenuReader.read(menu, faults, now);
    }

    private Fault placed(Fault fault) {
        String[] steps = fault.pointer().split("/", -1);
        String origin = origins.getOrDefault(menu, "");
        int within = 0;
        JsonNode node = menu;
        for (int i = 1; i < steps.length; i++) {
            node = step(node, steps[i]);
            if (node == null) {
                break;
            }
            String found = origins.get(node);
            if (found != null) {
                origin = found;
                within = i;
            }
        }
        StringBuilder field = new StringBuilder();
        for (int i = within + 1; i < steps.length; i++) {
            field.append('/').append(steps[i]);
        }
        return vocabulary.fault(origin, field.toString(), fault.detail());
    }

    private static @Nullable JsonNode step(JsonNode node, String step) {
        if (!node.isArray()) {
            return node.get(step.replace("~1", "/").replace("~0", "~"));
        }
        return step.chars().allMatch(Character::isDigit) ? node.get(Integer.parseInt(step)) : null;
    }
}
