package carte.menu.schedule;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuVersion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A scheduled change as the public API shows it. */
record ScheduleJson(
        UUID id,
        String at,
        Instant dueAt,
        ScheduleState state,
        String author,
        Instant createdAt,
        JsonNode changes,
        @Nullable MenuVersion version,
        @Nullable JsonNode problem,
        @Nullable Instant endedAt,
        @Nullable String cancelledBy) {

    /** A part of a restaurant's schedules. */
    record PageJson(List<ScheduleJson> items, @Nullable String next) {}

    private static ScheduleJson of(Schedule schedule) {
        String problem = schedule.problem();
        return new ScheduleJson(
                schedule.id(),
                schedule.at().text(),
                schedule.dueAt(),
                schedule.state(),
                schedule.author(),
                schedule.createdAt(),
                ContractJson.mapper().readTree(schedule.changes()),
                schedule.version(),
                problem == null ? null : ContractJson.mapper().readTree(problem),
                schedule.endedAt(),
                schedule.cancelledBy());
    }

    static byte[] utf8(Schedule schedule) {
        return ContractJson.mapper().writeValueAsBytes(of(schedule));
    }

    static byte[] utf8(SchedulePage page) {
        ScheduleCursor next = page.next();
        return ContractJson.mapper().writeValueAsBytes(new PageJson(
                page.items().stream().map(ScheduleJson::of).toList(),
                next == null ? null : next.text()));
    }
}
