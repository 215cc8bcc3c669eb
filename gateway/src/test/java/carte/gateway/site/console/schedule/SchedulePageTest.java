package carte.gateway.site.console.schedule;

import static carte.gateway.site.console.MamaPut.form;
import static carte.gateway.site.console.MamaPut.menu;
import static carte.gateway.site.console.MamaPut.restaurant;
import static org.assertj.core.api.Assertions.assertThat;

import carte.gateway.site.console.MamaPut;
import carte.gateway.site.console.Notice;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SchedulePageTest {

    private static final Clock NOON = Clock.fixed(
            Instant.parse("2026-11-26T11:00:30Z"), ZoneOffset.UTC);

    @Test
    void asksForWhatTheFormSaysInTheRestaurantsTime() {
        assertThat(SchedulePage.body(form("at=2026-12-01T11:00", "item=jollof", "price=2,600",
                "availability=AVAILABLE"), restaurant()).orElseThrow())
                .hasToString("{\"at\":\"2026-12-01T11:00\",\"changes\":[{\"itemId\":\"jollof\","
                        + "\"price\":{\"amount\":260000,\"currency\":\"NGN\"},"
                        + "\"availability\":{\"status\":\"AVAILABLE\"}}]}");
    }

    @Test
    void asksForNothingWhereNothingIsSaid() {
        assertThat(SchedulePage.body(form("at=2026-12-01T11:00", "item=jollof", "price="),
                restaurant())).isEmpty();
        assertThat(SchedulePage.body(form("at=", "item=jollof", "price=5"), restaurant()))
                .isEmpty();
        assertThat(SchedulePage.body(form("at=2026-12-01T11:00", "item=jollof", "price=x"),
                restaurant())).isEmpty();
    }

    @Test
    void showsWhatIsToComeApartFromWhatHasEnded() {
        ScheduleView view = ScheduleView.of(MamaPut.json("""
                {"items": [
                  {"id": "a", "dueAt": "2026-12-01T10:00:00Z", "state": "PENDING",
                   "author": "mama-put", "problem": null,
                   "changes": [{"itemId": "jollof",
                     "price": {"amount": 260000, "currency": "NGN"}}]},
                  {"id": "b", "dueAt": "2026-11-01T10:00:00Z", "state": "FAILED",
                   "author": "mama-put", "problem": {"type":
                    "urn:problem:carte:item-not-found", "detail": "there is no item"},
                   "changes": [{"itemId": "gone", "availability": {"status": "SOLD_OUT"}}]}]}"""),
                menu(), restaurant(), "/s", Locale.ENGLISH, NOON);

        assertThat(view.earliest()).isEqualTo("2026-11-26T12:01");
        assertThat(view.pending()).hasSize(1);
        assertThat(view.pending().getFirst().changes().getFirst().item())
                .isEqualTo("Jollof rice");
        Notice problem = Objects.requireNonNull(view.ended().getFirst().problem());
        assertThat(problem.message()).isEqualTo("console.refused.gone");
        assertThat(problem.faults().getFirst().detail()).isEqualTo("there is no item");
        assertThat(view.ended().getFirst().changes().getFirst().status())
                .isEqualTo("console.status.sold-out");
    }
}
