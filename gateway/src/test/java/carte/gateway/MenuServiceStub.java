package carte.gateway;

import carte.contracts.fixture.Menus;
import carte.contracts.http.Rfc3339;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import io.netty.buffer.Unpooled;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** A menu-service that has one menu and says as of when it knew it. */
final class MenuServiceStub implements AutoCloseable {

    private final StubService service = new StubService();

    URI address() {
        return service.address();
    }

    /** Returns how often a menu was asked for since the last change of behaviour. */
    int loads() {
        return service.received().size();
    }

    String lastTarget() {
        return service.received().getLast().request().uri();
    }

    void has(RestaurantId id, long version) {
        has(id, version, Instant::now, "carte-redis; hit", Duration.ZERO);
    }

    /** From now on each answer is this menu. */
    void has(MenuDocument menu) {
        has(menu, Instant::now, "carte-redis; hit", Mono.empty());
    }

    /** From now on each answer is that version, known as of then, after a while. */
    void has(
            RestaurantId id,
            long version,
            Supplier<Instant> asOf,
            String cacheStatus,
            Duration delay) {
        has(Menus.menu(id, version, Menus.PUBLISHED), asOf, cacheStatus, Mono.delay(delay));
    }

    /** From now on each answer is that version, after this has ended. */
    void hasOnceTold(RestaurantId id, long version, Mono<?> told) {
        has(Menus.menu(id, version, Menus.PUBLISHED), Instant::now, "carte-redis; fwd=miss", told);
    }

    private void has(
            MenuDocument menu, Supplier<Instant> asOf, String cacheStatus, Mono<?> until) {
        MenuVersion version = menu.version();
        byte[] gzip = MenuJson.of(menu).compress().gzip();
        service.answers((_, response) -> {
            Instant readAt = asOf.get();
            if (cacheStatus.contains("stale")) {
                response.header("Age", Long.toString(
                        Duration.between(readAt, Instant.now()).toSeconds()));
            }
            String time = Rfc3339.millis(readAt);
            return until.then(response
                    .header("Content-Type", "application/json")
                    .header("Content-Encoding", "gzip")
                    .header("ETag", version.entityTag())
                    .header("Menu-Version", version.toString())
                    .header("As-Of", time)
                    .header("Cache-Status", cacheStatus)
                    .header("Carte-Shard", MenuLogUnderTest.SHARD)
                    .header("Carte-Now", Rfc3339.millisUp(Instant.now()))
                    .header("Content-Length", Integer.toString(gzip.length))
                    .sendObject(Unpooled.wrappedBuffer(gzip))
                    .then());
        });
    }

    void fails(int status) {
        service.answers((_, response) -> response.status(status)
                .header("Content-Type", "application/problem+json").header("Retry-After", "1")
                .sendString(Mono.just("{\"status\":" + status + "}")).then());
    }

    @Override
    public void close() {
        service.close();
    }
}
