package carte.menu.exchange.draft;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives ids to the parts of a menu that have none: the one that the current menu has for a part of
 * the same name at the same place, else the name as a slug, qualified and numbered where it is
 * taken.
 */
final class MissingIds {

    private final MenuDocument current;
    private final Map<String, Set<String>> taken = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    MissingIds(MenuDocument current) {
        this.current = current;
    }

    /**
     * A part and where it stands.
     *
     * @param scope within which ids are unique
     * @param path the names of the parts around it and its own
     * @param group of an option, known by its id once it has one; null for other parts
     */
    private record Named(
            JsonNode part, String scope, List<String> path, @Nullable JsonNode group) {

        boolean hasId() {
            return part.hasNonNull("id");
        }

        String id() {
            return part.path("id").asString("");
        }

        /** Scopes of options are of one file; where they stand is told by the group's id. */
        List<String> place() {
            if (group != null) {
                return List.of("option", group.path("id").asString(""), path.getLast());
            }
            List<String> place = new ArrayList<>(path);
            place.addFirst(scope);
            return place;
        }
    }

    void fill(ObjectNode menu) {
        List<Named> parts = parts(menu);
        if (parts.stream().allMatch(Named::hasId)) {
            return;
        }
        parts.stream().filter(Named::hasId).forEach(part -> take(part.scope(), part.id()));
        keepKnown(parts);
        parts.stream().filter(part -> !part.hasId())
                .forEach(part -> give(part, free(part)));
    }

    private void keepKnown(List<Named> parts) {
        Map<List<String>, List<String>> known = new HashMap<>();
        for (Named part : parts(ContractJson.mapper().valueToTree(current))) {
            known.computeIfAbsent(part.place(), _ -> new ArrayList<>()).add(part.id());
        }
        // Groups stand before their options, so that these find theirs.
        for (Named part : parts) {
            List<String> ids = known.getOrDefault(part.place(), List.of());
            if (!part.hasId()) {
                ids.stream().filter(id -> !isTaken(part.scope(), id)).findFirst()
                        .ifPresent(id -> give(part, id));
            }
        }
    }

    private void give(Named part, String id) {
        take(part.scope(), id);
        if (part.part() instanceof ObjectNode object) {
            object.put("id", id);
        }
    }

    private String free(Named part) {
        String slug = Slug.of(part.path().getLast());
        if (!isTaken(part.scope(), slug)) {
            return slug;
        }
        String base = part.path().size() < 2
                ? slug
                : Slug.prefix(part.path().get(part.path().size() - 2)) + slug;
        String id = base.equals(slug) ? next(part.scope(), base) : base;
        while (isTaken(part.scope(), id)) {
            id = next(part.scope(), base);
        }
        return id;
    }

    private String next(String scope, String base) {
        return base + "-" + numbers.merge(scope + " " + base, 2, (number, _) -> number + 1);
    }

    private void take(String scope, String id) {
        taken.computeIfAbsent(scope, _ -> new HashSet<>()).add(id);
    }

    private boolean isTaken(String scope, String id) {
        return taken.getOrDefault(scope, Set.of()).contains(id);
    }

    private static List<Named> parts(JsonNode menu) {
        List<Named> parts = new ArrayList<>();
        sections(menu.path("sections"), List.of(), parts);
        int groups = 0;
        for (JsonNode group : menu.path("modifierGroups")) {
            Named named = add(group, "group", List.of(), parts);
            String scope = "option of " + groups++;
            for (JsonNode option : group.path("options")) {
                parts.add(new Named(option, scope, path(named.path(), option), group));
            }
        }
        return parts;
    }

    private static void sections(JsonNode sections, List<String> around, List<Named> parts) {
        for (JsonNode section : sections) {
            Named named = add(section, "section", around, parts);
            for (JsonNode item : section.path("items")) {
                add(item, "item", named.path(), parts);
            }
            sections(section.path("sections"), named.path(), parts);
        }
    }

    private static Named add(
            JsonNode part, String scope, List<String> around, List<Named> parts) {
        Named named = new Named(part, scope, path(around, part), null);
        parts.add(named);
        return named;
    }

    private static List<String> path(List<String> around, JsonNode part) {
        List<String> path = new ArrayList<>(around);
        path.add(part.path("name").asString(""));
        return path;
    }
}
