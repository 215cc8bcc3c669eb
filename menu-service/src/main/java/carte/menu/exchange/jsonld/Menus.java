package carte.menu.exchange.jsonld;

import carte.kit.problem.Fault;
import carte.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the menus of a file: those at its top, and those that a restaurant or a page has. */
final class Menus {

    private static final int DEEPEST = 4;

    private final Graph graph;
    private final Map<String, Place> found = new LinkedHashMap<>();
    private final List<Fault> addresses = new ArrayList<>();

    private Menus(Graph graph) {
        this.graph = graph;
    }

    /** Returns at least one menu; a 422 that says what was expected where there is none. */
    static List<Place> in(Graph graph) {
        Menus menus = new Menus(graph);
        graph.top().forEach(place -> menus.look(place, 0));
        if (menus.found.isEmpty()) {
            throw ProblemException.invalid(menus.addresses.isEmpty()
                    ? List.of(new Fault("", "expected a schema.org Menu, or a Restaurant with"
                            + " hasMenu, but there is none"))
                    : menus.addresses);
        }
        return List.copyOf(menus.found.values());
    }

    private void look(Place place, int depth) {
        if (graph.is(place, "Menu")) {
            found.putIfAbsent(place.pointer(), place);
            return;
        }
        for (String property : List.of("hasMenu", "menu")) {
            for (Place menu : graph.values(place, property)) {
                lookAtMenu(place, property, menu);
            }
        }
        if (depth < DEEPEST) {
            graph.values(place, "mainEntity").forEach(entity -> look(entity, depth + 1));
        }
    }

    private void lookAtMenu(Place owner, String property, Place menu) {
        if (graph.is(menu, "Menu") || !graph.values(menu, "hasMenuSection").isEmpty()
                || !graph.values(menu, "hasMenuItem").isEmpty()) {
            found.putIfAbsent(menu.pointer(), menu);
        } else {
            addresses.add(new Fault(Graph.pointer(owner, property),
                    "expected the Menu itself, since addresses are not fetched, but found "
                            + JsonLdFile.quoted(menu.node())));
        }
    }
}
