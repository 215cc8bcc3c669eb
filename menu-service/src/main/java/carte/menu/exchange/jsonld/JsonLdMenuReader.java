package carte.menu.exchange.jsonld;

import carte.contracts.menu.MenuDocument;
import carte.kit.problem.Fault;
import carte.menu.document.MenuContent;
import carte.menu.exchange.draft.Draft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the menu or menus of one JSON-LD file into one menu. */
final class JsonLdMenuReader {

    private static final int DEEPEST = 20;

    /** Where fields come from that are not Carte's own properties. */
    private static final Map<String, String> PROPERTIES = Map.of(
            "id", "identifier", "name", "name", "description", "description", "image", "image",
            "price", "offers", "diets", "suitableForDiet", "modifierGroups", "menuAddOn",
            "sections", "hasMenuSection", "items", "hasMenuItem", "options", "hasMenuItem");

    private final Graph graph;
    private final MenuDocument current;
    private final List<Place> menus;
    private final Draft draft;
    private final Parts parts;
    private final AddOns addOns;

    JsonLdMenuReader(JsonNode tree, MenuDocument current) {
        this.graph = new Graph(tree);
        this.current = current;
        this.menus = Menus.in(graph);
        Place first = menus.getFirst();
        this.draft = new Draft(current.currency(), first.pointer(), JsonLdMenuReader::fault);
        Words words = new Words(graph, draft,
                graph.value(first, "inLanguage").map(Words::text).orElse(null));
        this.parts = new Parts(graph, draft, words,
                new Offers(graph, draft, current.currency()),
                menus.stream().map(Place::pointer).collect(Collectors.toSet()));
        this.addOns = new AddOns(graph, draft, parts);
    }

    MenuContent read(Instant now) {
        for (Place menu : menus) {
            addOns.readList(menu);
            if (menus.size() == 1) {
                parts.own(menu, draft.menu());
                readOnlyMenu(menu);
            } else {
                draft.sections().add(section(menu, "Menu", 1, List.of()));
            }
        }
        return draft.read(current, now);
    }

    /** Items that stand in no section get one of the menu's name. */
    private void readOnlyMenu(Place menu) {
        if (!graph.values(menu, "hasMenuItem").isEmpty()) {
            ObjectNode section = draft.part(menu.pointer());
            nameOr("Menu", menu, section);
            section.remove("id");
            readItems(menu, section);
            draft.sections().add(section);
        }
        for (Place section : graph.values(menu, "hasMenuSection")) {
            draft.sections().add(section(section, "", 1, List.of()));
        }
    }

    private ObjectNode section(Place place, String unnamed, int level, List<String> around) {
        ObjectNode section = draft.part(place.pointer());
        nameOr(unnamed, place, section);
        readItems(place, section);
        parts.own(place, section);
        List<String> path = new ArrayList<>(around);
        path.add(place.pointer());
        if (around.contains(place.pointer()) || path.size() > DEEPEST) {
            draft.fault(place.pointer(), "/sections", "expected no section within itself, and at"
                    + " most " + DEEPEST + " around each other");
            return section;
        }
        for (Place nested : graph.values(place, "hasMenuSection")) {
            addNested(section, section(nested, "", level + 1, path));
        }
        return section;
    }

    /**
     * Puts a section into another. Menus nest two deep: what stands deeper comes up, behind the
     * section in which it stood and under both names.
     */
    private static void addNested(ObjectNode section, ObjectNode nested) {
        ArrayNode sections = section.withArray("sections");
        sections.add(nested);
        JsonNode deeper = nested.remove("sections");
        if (deeper != null) {
            deeper.forEach(one -> {
                if (one instanceof ObjectNode object && one.path("name").isString()) {
                    object.put("name", nested.path("name").asString("") + ": "
                            + one.path("name").stringValue());
                }
                sections.add(one);
            });
        }
    }

    private void nameOr(String unnamed, Place place, ObjectNode part) {
        parts.named(place, part);
        if (!part.has("name") && !unnamed.isEmpty()) {
            part.put("name", unnamed);
        }
    }

    private void readItems(Place place, ObjectNode section) {
        for (Place item : graph.values(place, "hasMenuItem")) {
            section.withArray("items").add(item(item));
        }
    }

    private ObjectNode item(Place place) {
        ObjectNode item = draft.part(place.pointer());
        parts.named(place, item);
        parts.described(place, item);
        parts.priced(place, item);
        image(place).ifPresent(image -> item.put("image", image));
        List<Place> diets = graph.values(place, "suitableForDiet");
        if (!diets.isEmpty()) {
            ArrayNode list = item.putArray("diets");
            Diets.read(diets.stream().map(Offers::reference).toList()).forEach(list::add);
        }
        addOns.read(place, item);
        parts.own(place, item);
        return item;
    }

    /** Carte has one image for an item: the first. */
    private Optional<String> image(Place item) {
        return graph.value(item, "image").map(image -> {
            String text = Words.text(image);
            return text != null
                    ? text
                    : graph.value(image, "url").or(() -> graph.value(image, "contentUrl"))
                            .map(Offers::reference)
                            .orElseGet(() -> Offers.reference(image));
        });
    }

    private static Fault fault(String origin, String field, String detail) {
        String[] steps = field.split("/", 3);
        if (steps.length < 2) {
            return new Fault(origin, detail);
        }
        String property = PROPERTIES.get(steps[1]);
        return property != null
                ? new Fault(origin + "/" + property, detail)
                : new Fault(origin + "/" + JsonLdFile.OWN + field.substring(1), detail);
    }
}
