package carte.gateway.edge;

import carte.contracts.cache.Freshness;
import carte.contracts.menu.MenuVersion;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Answers readers of menus: with what is kept while it is known to be fresh enough, else with what
 * the menu-service has, else, said so, with what is kept.
 */
final class EdgeReads {

    private static final long MOST_PAUSES = 100_000;
    private static final int MOST_TRIES = 3;

    private final EdgeCache cache;
    private final MenuLoads loads;
    private final MenuForms forms;
    private final Freshness freshness;
    private final Duration patience;
    private final Cache<String, Boolean> pauses;
    private final EdgeMeters meters;

    EdgeReads(
            EdgeCache cache,
            MenuLoads loads,
            MenuForms forms,
            Freshness freshness,
            EdgeSettings settings,
            EdgeMeters meters) {
        this.cache = cache;
        this.loads = loads;
        this.forms = forms;
        this.freshness = freshness;
        this.patience = settings.patience();
        this.pauses = Caffeine.newBuilder()
                .expireAfterWrite(settings.pause())
                .maximumSize(MOST_PAUSES)
                .build();
        this.meters = meters;
    }

    /**
     * Returns the menu that is kept if it may be served at once, else null.
     *
     * @param acceptLanguage the values of the header
     */
    EdgeAnswer.@Nullable Menu hit(String id, List<String> acceptLanguage) {
        EdgeCache.Vouched held = fresh(id, MenuVersion.NONE);
        MenuForm form = held == null ? null : forms.ready(held.menu(), acceptLanguage);
        return held == null || form == null ? null : hit(held, form);
    }

    /** Tells whether a menu is kept that may be served at once. */
    boolean isFresh(String id) {
        return fresh(id, MenuVersion.NONE) != null;
    }

    private EdgeCache.@Nullable Vouched fresh(String id, MenuVersion least) {
        EdgeCache.Vouched held = cache.vouched(id);
        return held == null || held.menu().version().isOlderThan(least)
                || !freshness.allows(held.asOf(), held.menu().clock().now()) ? null : held;
    }

    private static EdgeAnswer.Menu hit(EdgeCache.Vouched held, MenuForm form) {
        return new EdgeAnswer.Menu(held.menu(), form, held.asOf(), CacheStatus.HIT, null);
    }

    /**
     * Returns what {@link #read(String, MenuVersion)} does, in the form for this reader.
     *
     * @param acceptLanguage the values of the header
     */
    Mono<EdgeAnswer> read(String id, MenuVersion least, List<String> acceptLanguage) {
        return told(find(id, least)
                .flatMap(answer -> switch (answer) {
                    case EdgeAnswer.Menu menu -> inForm(menu, acceptLanguage);
                    case EdgeAnswer.Other other -> Mono.just(other);
                })
                .repeatWhenEmpty(again -> again.take(MOST_TRIES - 1))
                .switchIfEmpty(Mono.error(() -> MenuLoads.tooSlow(id))));
    }

    /** Has what readers are given timed, and said of the spans of their requests. */
    private Mono<EdgeAnswer> told(Mono<EdgeAnswer> reading) {
        return Mono.defer(() -> {
            long began = System.nanoTime();
            Span span = Span.current();
            return reading
                    .doOnNext(answer -> gave(answer, span, began))
                    .doOnError(error -> meters.failed(error, System.nanoTime() - began));
        });
    }

    /** Takes note of what a reader was given, whose span it is, and when the reading began. */
    void gave(EdgeAnswer answer, Span span, long began) {
        meters.answered(answer, System.nanoTime() - began);
        AnswerSpan.describe(span, answer);
    }

    /** Returns the same as a part of something larger. */
    Mono<MenuPart> part(String id, MenuVersion least, List<String> acceptLanguage) {
        return read(id, least, acceptLanguage).map(answer -> switch (answer) {
            case EdgeAnswer.Menu menu -> menu;
            case EdgeAnswer.Other other -> new MenuPart.Other(other.answer());
        });
    }

    /** Returns nothing if the menu has grown too old while its form was made. */
    private Mono<EdgeAnswer> inForm(EdgeAnswer.Menu answer, List<String> acceptLanguage) {
        MenuForm form = forms.ready(answer.menu(), acceptLanguage);
        return form != null
                ? Mono.just(answer.in(form))
                : forms.make(answer.menu(), acceptLanguage)
                        .<EdgeAnswer>map(answer::in)
                        .filter(loads::mayBeServed);
    }

    /**
     * Returns a menu of at least this version in its own words, or what the menu-service says
     * instead.
     *
     * @param least {@link MenuVersion#NONE} for any
     */
    Mono<EdgeAnswer> read(String id, MenuVersion least) {
        return told(find(id, least));
    }

    private Mono<EdgeAnswer> find(String id, MenuVersion least) {
        return Mono.defer(() -> {
            EdgeCache.Vouched held = fresh(id, least);
            return held != null
                    ? Mono.just(hit(held, held.menu().form()))
                    : loadOrStale(id, least);
        });
    }

    private Mono<EdgeAnswer> loadOrStale(String id, MenuVersion least) {
        EdgeCache.Vouched held = cache.vouched(id);
        if (held == null || held.menu().version().isOlderThan(least)
                || !freshness.allowsOnError(held.asOf(), held.menu().clock().guess())) {
            return loads.get(id, least);
        }
        if (pauses.getIfPresent(id) != null) {
            return Mono.fromSupplier(() -> stale(id, held));
        }
        return loads.get(id, least)
                .timeout(patience, Mono.error(() -> MenuLoads.tooSlow(id)))
                .flatMap(answer -> isBetter(answer, held)
                        ? Mono.just(answer)
                        : staleOr(id, held, Mono.just(answer)))
                .onErrorResume(failure -> staleOr(id, held, Mono.error(failure)));
    }

    /** What was young enough before the load may be too old after it. */
    private Mono<EdgeAnswer> staleOr(
            String id, EdgeCache.Vouched held, Mono<EdgeAnswer> otherwise) {
        if (!freshness.allowsOnError(held.asOf(), held.menu().clock().guess())) {
            return otherwise;
        }
        pauses.put(id, true);
        return Mono.fromSupplier(() -> stale(id, held));
    }

    private static boolean isBetter(EdgeAnswer answer, EdgeCache.Vouched held) {
        return switch (answer) {
            case EdgeAnswer.Other other -> !other.isFailure();
            case EdgeAnswer.Menu menu -> menu.staleFor() == null
                    || menu.asOf().isAfter(held.asOf());
        };
    }

    private EdgeAnswer stale(String id, EdgeCache.Vouched before) {
        // The log may have gone on while the load was under way.
        EdgeCache.Vouched now = cache.vouched(id);
        EdgeCache.Vouched held = now == null
                || now.menu().version().isOlderThan(before.menu().version()) ? before : now;
        if (freshness.allows(held.asOf(), held.menu().clock().now())) {
            return hit(held, held.menu().form());
        }
        Duration age = Duration.between(held.asOf(), held.menu().clock().guess());
        return EdgeAnswer.Menu.own(held.menu(), held.asOf(), CacheStatus.stale(age), age);
    }
}
