package carte.gateway.site.console.schedule;

import carte.gateway.site.console.Notice;
import carte.gateway.site.console.Prices;
import carte.gateway.site.console.Refusal;
import carte.gateway.site.console.RestaurantFacts;
import carte.gateway.site.console.Times;
import carte.gateway.site.console.Tree;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes that are to come, and those that have ended.
 *
 * @param zone the restaurant's, in whose time a new one is said
 * @param earliest the earliest time that makes sense, as a field has it
 * @param items what can be changed
 */
record ScheduleView(
        List<Line> pending,
        List<Line> ended,
        String zone,
        String earliest,
        List<Choice> items,
        String currency,
        String address) {

    private static final int SHOWN = 4;

    /** An item to choose. */
    record Choice(String id, String name) {}

    /**
     * One scheduled change.
     *
     * @param changes the first of what it changes
     * @param more how many changes there are besides
     * @param problem why it did not take effect; null if it did or will
     */
    record Line(String id, String at, String state, String author, List<ChangeLine> changes,
            int more, @Nullable Notice problem, String cancel) {}

    /**
     * What becomes of one item.
     *
     * @param price empty if it stays as it is
     * @param status the name of a message; empty if it stays as it is
     */
    record ChangeLine(String item, String price, String status) {}

    static ScheduleView of(JsonNode schedules, ObjectNode menu, RestaurantFacts restaurant,
            String address, Locale locale, Clock clock) {
        Map<String, String> names = Tree.items(menu).stream()
                .collect(Collectors.toMap(Tree::id, Tree::name, (one, _) -> one));
        List<Line> pending = new ArrayList<>();
        List<Line> ended = new ArrayList<>();
        schedules.path("items").forEach(schedule -> {
            Line line = line(schedule, names, restaurant, address, locale);
            (line.state().equals("pending") ? pending : ended).add(line);
        });
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), restaurant.zone());
        return new ScheduleView(pending, ended, restaurant.zone().getId(),
                now.plusMinutes(1).truncatedTo(ChronoUnit.MINUTES).toString(),
                Tree.items(menu).stream()
                        .map(each -> new Choice(Tree.id(each), Tree.name(each))).toList(),
                restaurant.currency(), address);
    }

    private static Line line(JsonNode schedule, Map<String, String> names,
            RestaurantFacts restaurant, String address, Locale locale) {
        String id = Tree.id(schedule);
        JsonNode changes = schedule.path("changes");
        String at = Times.shown(schedule.path("dueAt").asString(""), restaurant.zone(), locale);
        JsonNode problem = schedule.path("problem");
        return new Line(id, at == null ? "" : at,
                schedule.path("state").asString("").toLowerCase(Locale.ROOT),
                schedule.path("author").asString(""),
                changes.valueStream().limit(SHOWN)
                        .map(change -> change(change, names, locale)).toList(),
                Math.max(0, changes.size() - SHOWN),
                problem.isObject() ? Notice.refused(Refusal.of(problem)) : null,
                address + "/" + id + "/cancellation");
    }

    private static ChangeLine change(JsonNode change, Map<String, String> names, Locale locale) {
        String item = change.path("itemId").asString("");
        String status = change.path("availability").path("status").asString("");
        return new ChangeLine(names.getOrDefault(item, item),
                Prices.shown(change.path("price"), locale),
                status.isEmpty()
                        ? ""
                        : "console.status." + status.toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
