package carte.menu;

import static carte.menu.MenuApi.RESTAURANTS;
import static carte.menu.MenuApi.menuOf;
import static carte.menu.ScheduleApi.jollofAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.embedded.EmbeddedPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;

/** Scheduled changes where instances are many, or away, or without their database. */
class ScheduleFaultsIT {

    private static final int MENUS = 15;
    private static final int CHANGES = 4;
    private final Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);

    @Test
    void ofTwoInstancesOneDoesEachPieceOfWorkOnce() {
        Map<String, String> shards = RunningMenuService.freshShards();
        try (RunningMenuService one = RunningMenuService.start(shards);
                RunningMenuService other = RunningMenuService.start(shards)) {
            MenuApi api = one.api();
            ScheduleApi schedules = new ScheduleApi(api);
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < MENUS; i++) {
                String id = api.createMamaPutWithMenu();
                ids.add(id);
                api.patch(id, "suya", """
                        {"availability": {"status": "SOLD_OUT", "until": "%s"}}"""
                        .formatted(tomorrow));
                for (int change = 0; change < CHANGES; change++) {
                    schedules.schedule(id, tomorrow, jollofAt(change));
                }
            }

            makeAllDueNow(one);
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(one.query("west",
                    "select id from menu_schedule where state = 'PENDING' union all"
                            + " select gen_random_uuid() from menu where restores_at <= now()"))
                    .isEmpty());

            assertThat(ids).allSatisfy(id -> assertThat(one.query("west", """
                    select change || ' ' || (convert_from(document, 'UTF8')::jsonb
                        #>> '{sections,0,items,0,price,amount}')
                    from menu_version where restaurant_id = ? and version > 3 order by version""",
                    id)).containsExactly("SCHEDULED 0", "SCHEDULED 1", "SCHEDULED 2",
                            "SCHEDULED 3"));
            await().untilAsserted(() -> assertThat(applied(one) + applied(other))
                    .isEqualTo(MENUS * CHANGES));
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void whatIsMissedIsDoneAtOnceWhenDatabaseAndServiceAreBack(CapturedOutput output) {
        try (EmbeddedPostgres north = EmbeddedPostgres.builder().start()) {
            north.createDatabase("menu_north");
            Map<String, String> shards = RunningMenuService.freshShards();
            String[] properties = {
                    "carte.shards.north.url=" + north.r2dbcUrl("menu_north"),
                    "carte.shards.north.username=" + north.username(),
                    "carte.shards.north.password=" + north.password()};
            String mamaPut;
            String missed;
            RunningMenuService first = RunningMenuService.start(shards, properties);
            try (RunningMenuService service = first) {
                ScheduleApi schedules = new ScheduleApi(service.api());
                String koshary = koshary(service.api());
                mamaPut = service.api().createMamaPutWithMenu();
                Instant at = Instant.now().plusMillis(1_500);
                String cutOff = schedules.schedule(koshary, at,
                        "{\"itemId\": \"koshary\", \"name\": \"Koshary\"}");
                String elsewhere = schedules.schedule(mamaPut, at, jollofAt(1));

                north.stop();
                schedules.awaitState(elsewhere, "APPLIED");
                north.start();

                schedules.awaitState(cutOff, "APPLIED");
                assertThat(output.getOut().split("schedule north: the database does not serve"))
                        .hasSize(2);
                assertThat(output.getOut().split("schedule north: due changes take effect again"))
                        .hasSize(2);
                missed = schedules.schedule(mamaPut, tomorrow, jollofAt(2));
                service.api().patch(mamaPut, "suya", """
                        {"availability": {"status": "SOLD_OUT", "until": "%s"}}"""
                        .formatted(Instant.now().plusMillis(1_500)));
            }

            makeAllDueNow(first);
            try (RunningMenuService service = RunningMenuService.start(shards, properties)) {
                var schedules = new ScheduleApi(service.api());

                assertThat(schedules.awaitState(missed, "APPLIED").json().at("/changes/0").size())
                        .isEqualTo(2);
                await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                        service.query("west", "select change from menu_version"
                                + " where restaurant_id = ? and version > 3", mamaPut))
                        .containsExactlyInAnyOrder("ITEM_CHANGED", "SCHEDULED", "RESTORED"));
            }
        }
    }

    private static void makeAllDueNow(RunningMenuService service) {
        service.query("west", "update menu_schedule set due_at = now() where state = 'PENDING'"
                + " returning id");
    }

    private static double applied(RunningMenuService service) {
        return service.bean(MeterRegistry.class)
                .counter("carte.schedule.applied", "shard", "west").count();
    }

    private static String koshary(MenuApi api) {
        String id = MenuApi.freshId("EG");
        api.send(HttpMethod.POST, RESTAURANTS, """
                {"id": "%s", "name": "Koshary", "country": "EG", "city": "Cairo",
                 "currency": "EGP", "timeZone": "Africa/Cairo"}""".formatted(id));
        api.send(HttpMethod.PUT, menuOf(id), """
                {"currency": "EGP", "sections": [{"id": "all", "name": "All", "items": [
                  {"id": "koshary", "name": "Small koshary",
                   "price": {"amount": 9000, "currency": "EGP"}}]}]}""", "If-Match", "*");
        return id;
    }
}
