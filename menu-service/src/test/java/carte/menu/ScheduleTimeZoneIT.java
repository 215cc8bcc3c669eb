package carte.menu;

import static carte.menu.MenuApi.RESTAURANTS;
import static carte.menu.MenuApi.menuOf;
import static org.assertj.core.api.Assertions.assertThat;

import carte.menu.MenuApi.Answer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Changes that are scheduled in the restaurant's own time. */
class ScheduleTimeZoneIT {

    private static final RunningMenuService SERVICE = RunningMenuService.shared();
    private static final MenuApi API = SERVICE.api();
    private static final ScheduleApi SCHEDULES = new ScheduleApi(API);
    private static final ZoneId CAIRO = ZoneId.of("Africa/Cairo");
    private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
    private static final String NAME = "{\"itemId\": \"koshary\", \"name\": \"Koshary %s\"}";

    private final String id = koshary();

    @Test
    void aTimeThatClocksSkipIsRefused() {
        ZoneOffsetTransition forward = nextChange(true);
        LocalDateTime skipped = forward.getDateTimeBefore().plusMinutes(30);

        Answer answer = SCHEDULES.post(id, skipped, NAME.formatted(1));

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/pointer").stringValue()).isEqualTo("/at");
        assertThat(answer.json().at("/errors/0/detail").stringValue())
                .contains("Africa/Cairo", "clocks go forward");
    }

    /** In summer and in winter 12:00 is 12:00, whatever the offset is today. */
    @Test
    void aLocalTimeIsMeantAsTheClocksWillShowIt() {
        ZoneOffsetTransition forward = nextChange(true);
        LocalDateTime before = noonOf(forward.getDateTimeBefore().minusDays(2));
        LocalDateTime after = noonOf(forward.getDateTimeBefore().plusDays(2));

        String winter = SCHEDULES.schedule(id, before, NAME.formatted("in winter"));
        String summer = SCHEDULES.schedule(id, after, NAME.formatted("in summer"));

        assertThat(dueAt(winter)).isEqualTo(before.toInstant(forward.getOffsetBefore()));
        assertThat(dueAt(summer)).isEqualTo(after.toInstant(forward.getOffsetAfter()));
        SERVICE.query("north", "update menu_schedule set due_at = due_at - (select max(due_at)"
                + " from menu_schedule where restaurant_id = ?) + now() where restaurant_id = ?"
                + " returning id", id, id);
        assertThat(SCHEDULES.awaitState(winter, "APPLIED").json().at("/version").longValue())
                .isEqualTo(3);
        assertThat(SCHEDULES.awaitState(summer, "APPLIED").json().at("/version").longValue())
                .isEqualTo(4);
        assertThat(API.get(menuOf(id) + "?min_version=4").json()
                .at("/sections/0/items/0/name").stringValue()).isEqualTo("Koshary in summer");
    }

    @Test
    void aTimeThatClocksShowTwiceIsTheFirst() {
        ZoneOffsetTransition back = nextChange(false);
        LocalDateTime twice = back.getDateTimeAfter().plusMinutes(30);

        String schedule = SCHEDULES.schedule(id, twice, NAME.formatted(1));

        assertThat(dueAt(schedule)).isEqualTo(twice.toInstant(back.getOffsetBefore()));
    }

    @Test
    void localTimesFollowTheRestaurantToAnotherTimeZone() {
        LocalDateTime noon = noonOf(LocalDateTime.now(CAIRO).plusDays(2));
        Instant moment = noon.atZone(CAIRO).toInstant();
        String local = SCHEDULES.schedule(id, noon, NAME.formatted(1));
        String fixed = SCHEDULES.schedule(id, moment, NAME.formatted(2));
        String ended = SCHEDULES.schedule(id, noon, NAME.formatted(3));
        SCHEDULES.delete(ended);

        moveTo(LAGOS);

        assertThat(dueAt(local)).isEqualTo(noon.atZone(LAGOS).toInstant()).isNotEqualTo(moment);
        assertThat(API.get(local).json().at("/at").stringValue()).isEqualTo(noon.toString());
        assertThat(dueAt(fixed)).isEqualTo(moment);
        assertThat(dueAt(ended)).isEqualTo(moment);
        assertThat(dueAt(SCHEDULES.schedule(id, noon, NAME.formatted(4))))
                .isEqualTo(noon.atZone(LAGOS).toInstant());
    }

    private void moveTo(ZoneId zone) {
        Answer answer = API.send(HttpMethod.PATCH, RESTAURANTS + "/" + id,
                "{\"timeZone\": \"" + zone + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static Instant dueAt(String schedule) {
        return Instant.parse(API.get(schedule).json().at("/dueAt").stringValue());
    }

    private static LocalDateTime noonOf(LocalDateTime day) {
        return day.truncatedTo(ChronoUnit.DAYS).plusHours(12);
    }

    /** Cairo's clocks change twice a year. */
    private static ZoneOffsetTransition nextChange(boolean forward) {
        ZoneOffsetTransition change = CAIRO.getRules().nextTransition(
                Instant.now().plus(3, ChronoUnit.DAYS));
        return change.isGap() == forward
                ? change
                : CAIRO.getRules().nextTransition(change.getInstant());
    }

    private static String koshary() {
        String id = MenuApi.freshId("EG");
        Answer created = API.send(HttpMethod.POST, RESTAURANTS, """
                {"id": "%s", "name": "Koshary", "country": "EG", "city": "Cairo",
                 "currency": "EGP", "timeZone": "Africa/Cairo"}""".formatted(id));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        Answer menu = API.send(HttpMethod.PUT, menuOf(id), """
                {"currency": "EGP", "sections": [{"id": "all", "name": "All", "items": [
                  {"id": "koshary", "name": "Koshary",
                   "price": {"amount": 9000, "currency": "EGP"}}]}]}""", "If-Match", "*");
        assertThat(menu.status()).as(menu.body()).isEqualTo(200);
        return id;
    }
}
