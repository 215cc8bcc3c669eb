package carte.menu.shard;

import static carte.menu.MenuApi.menuOf;
import static org.assertj.core.api.Assertions.assertThat;

import carte.kit.expiry.Expiry;
import carte.menu.MenuApi;
import carte.menu.RunningMenuService;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is kept for some time only. */
class ExpiryIT {

    private static final RunningMenuService SERVICE = RunningMenuService.shared();
    private static final MenuApi API = SERVICE.api();

    @Test
    void rowsWhoseTimeIsOverAreRemovedAndNoOthers() {
        String id = API.createMamaPutWithMenu();
        schedule(id, "PENDING", "null", "null");
        schedule(id, "CANCELLED", "now() - interval '89 days'", "'chef'");
        schedule(id, "CANCELLED", "now() - interval '91 days'", "'cook'");
        for (String key : new String[]{"old", "new"}) {
            API.patch(id, "suya", "{\"name\": \"" + key + "\"}", "Idempotency-Key", key);
        }
        SERVICE.query("west", "update idempotency_key set created_at = now() - interval '25 hours'"
                + " where restaurant_id = ? and key = 'old' returning key", id);

        SERVICE.bean(Expiry.class).removeFrom("west").block(Duration.ofSeconds(30));

        assertThat(SERVICE.query("west", "select state || coalesce(' by ' || cancelled_by, '')"
                + " from menu_schedule where restaurant_id = ? order by 1", id))
                .containsExactly("CANCELLED by chef", "PENDING");
        assertThat(SERVICE.query("west",
                "select key from idempotency_key where restaurant_id = ?", id))
                .containsExactly("new");
        assertThat(API.get(menuOf(id) + "/schedule").json().at("/items")).hasSize(2);
    }

    private static void schedule(String id, String state, String endedAt, String by) {
        SERVICE.query("west", """
                insert into menu_schedule (id, restaurant_id, at, local, due_at, state, author,
                    created_at, changes, ended_at, cancelled_by)
                values (gen_random_uuid(), ?, '2099-01-01T00:00:00Z', false, '2099-01-01', '%s',
                    'chef', now(), '[]', %s, %s) returning id"""
                .formatted(state, endedAt, by), id);
    }
}
