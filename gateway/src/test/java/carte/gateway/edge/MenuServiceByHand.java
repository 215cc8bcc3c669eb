package carte.gateway.edge;

import carte.contracts.http.CarteHeaders;
import carte.contracts.fixture.SettableClock;
import carte.contracts.http.Rfc3339;
import carte.contracts.menu.RestaurantId;
import carte.gateway.proxy.WholeAnswer;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A menu-service that answers at once as it was told to, or else when it is told to. */
final class MenuServiceByHand {

    private final SettableClock time;
    private final List<String> targets = new ArrayList<>();
    private final List<Sinks.One<WholeAnswer>> waiting = new ArrayList<>();
    private @Nullable Supplier<WholeAnswer> atOnce;
    private int waitingReads;

    /** Takes the database's time. */
    MenuServiceByHand(SettableClock time) {
        this.time = time;
    }

    Mono<WholeAnswer> get(String target) {
        targets.add(target);
        Supplier<WholeAnswer> answer = atOnce;
        if (answer != null) {
            return Mono.fromSupplier(answer).doOnNext(this::tellTime);
        }
        Sinks.One<WholeAnswer> later = Sinks.one();
        waiting.add(later);
        return later.asMono().doOnNext(this::tellTime);
    }

    Mono<WholeAnswer> getWaiting(String target) {
        waitingReads++;
        return get(target);
    }

    /** Returns how many of the loads were told to be a wait. */
    int waitingReads() {
        return waitingReads;
    }

    private void tellTime(WholeAnswer answer) {
        answer.headers().set(CarteHeaders.NOW, Rfc3339.millisUp(time.instant()));
    }

    int loads() {
        return targets.size();
    }

    String lastTarget() {
        return targets.getLast();
    }

    /** From now on answers at once. */
    void answers(Supplier<WholeAnswer> answer) {
        atOnce = answer;
    }

    /** From now on cannot be asked. */
    void fails() {
        answers(() -> {
            throw new IllegalArgumentException("away");
        });
    }

    /** From now on answers when it is told to. */
    void waits() {
        atOnce = null;
    }

    /** Answers all who wait. */
    void answer(WholeAnswer answer) {
        waiting.forEach(each -> each.tryEmitValue(answer).orThrow());
        waiting.clear();
    }

    /** Fails all who wait. */
    void fail() {
        waiting.forEach(each -> each.tryEmitError(new IllegalArgumentException("away")).orThrow());
        waiting.clear();
    }

    static WholeAnswer menu(RestaurantId id, long version, Instant asOf) {
        return menu(id, version, asOf, _ -> {});
    }

    /** Returns a menu that is labelled as this many seconds old. */
    static WholeAnswer stale(RestaurantId id, long version, Instant asOf, int age) {
        return menu(id, version, asOf, headers -> headers
                .set(CarteHeaders.CACHE_STATUS, "carte-redis; hit; stale; ttl=-" + age)
                .set(HttpHeaderNames.AGE, age));
    }

    static WholeAnswer menu(
            RestaurantId id, long version, Instant asOf, Consumer<HttpHeaders> change) {
        HttpHeaders headers = new DefaultHttpHeaders()
                .set(CarteHeaders.SHARD, "west")
                .set(CarteHeaders.MENU_VERSION, version)
                .set(CarteHeaders.AS_OF, Rfc3339.millis(asOf))
                .set(CarteHeaders.CACHE_STATUS, "carte-redis; hit")
                .set(HttpHeaderNames.CONTENT_ENCODING, "gzip");
        change.accept(headers);
        return new WholeAnswer(200, headers,
                CacheUnderTest.json(id, version).compress().gzip());
    }

    static WholeAnswer problem(int status) {
        return new WholeAnswer(status, new DefaultHttpHeaders(), new byte[0]);
    }
}
