package carte.menu.schedule;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.RestaurantId;
import carte.kit.json.JsonBody;
import carte.kit.json.JsonObject;
import carte.kit.problem.Fault;
import carte.kit.problem.ProblemException;
import carte.menu.document.ItemChanges;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The body of {@code POST …/menu/schedule}.
 *
 * @param json the changes as they were sent
 */
record ScheduleRequest(ScheduledTime at, ItemChanges changes, String json) {

    private static final String EXPECTED = "a time such as 2026-12-01T11:00 in the restaurant's"
            + " time zone, or 2026-12-01T11:00:00+01:00";
    private static final String STAND_IN = "1970-01-01T00:00:00Z";

    /**
     * Reads a body. Whether its times are in the future is judged by {@link #schedule}, so that a
     * request that was taken can be sent again when they have passed.
     *
     * @throws ProblemException with all faults
     */
    static ScheduleRequest read(byte[] body) {
        ScheduleRequest request = JsonBody.read(body, schedule -> new ScheduleRequest(
                at(schedule), ItemChanges.read(schedule, Instant.MIN), ""));
        String json = ContractJson.mapper().readTree(body).get("changes").toString();
        return new ScheduleRequest(request.at(), request.changes(), json);
    }

    private static ScheduledTime at(JsonObject schedule) {
        String text = schedule.matching("at", ScheduledTime.FORM, EXPECTED, STAND_IN);
        return ScheduledTime.parse(text).orElseGet(() -> {
            schedule.fault("at", "there is no such time: " + text);
            return new ScheduledTime.Moment(text, Instant.EPOCH);
        });
    }

    /**
     * Returns what will be kept for a restaurant.
     *
     * @param menu as it is now
     * @param now the database's time, by which the change will be due
     * @throws ProblemException with all faults, if the time or the changes do not fit
     */
    Schedule schedule(MenuDocument menu, ZoneId zone, String author, Instant now) {
        Instant dueAt = at.dueAt(zone);
        List<Fault> faults = new ArrayList<>();
        at.missingIn(zone)
                .or(() -> ScheduledTime.tooSoonOrLate(dueAt, now))
                .ifPresent(detail -> faults.add(new Fault("/at", detail)));
        addPassed(dueAt, faults);
        faults.addAll(changes.faults(menu));
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        RestaurantId id = menu.restaurantId();
        return new Schedule(UUID.randomUUID(), 0, id, at, dueAt, ScheduleState.PENDING, author,
                now, json, null, null, null, null);
    }

    /** What would be over before it began is a typing error. */
    private void addPassed(Instant dueAt, List<Fault> faults) {
        for (int i = 0; i < changes.changes().size(); i++) {
            Instant until = changes.changes().get(i).patch().values().availability().until();
            if (until != null && !until.isAfter(dueAt)) {
                faults.add(new Fault("/changes/" + i + "/availability/until",
                        "expected a time after the change takes effect, which is " + dueAt));
            }
        }
    }
}
