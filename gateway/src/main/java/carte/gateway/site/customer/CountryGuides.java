package carte.gateway.site.customer;

import carte.gateway.site.ApiAnswer;
import carte.gateway.site.PublicApi;
import carte.gateway.site.Visit;
import carte.kit.load.SingleFlight;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Remembers each country's guide for a while; cities come and go more slowly than dishes. */
final class CountryGuides {

    private static final Duration KEPT = Duration.ofMinutes(1);
    /** Larger countries are searched by text; nobody reads a list of so many cities. */
    private static final int MOST_PAGES = 5;

    private final PublicApi api;
    private final Clock clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final SingleFlight<String, CountryGuide> loads = new SingleFlight<>(this::load);

    private record Kept(CountryGuide guide, Instant until) {}

    CountryGuides(PublicApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** Returns a country's guide; what was known before, or an empty one, while it is not told. */
    Mono<CountryGuide> of(String country) {
        Kept known = kept.get(country);
        if (known != null && clock.instant().isBefore(known.until())) {
            return Mono.just(known.guide());
        }
        return loads.get(country);
    }

    private Mono<CountryGuide> load(String country) {
        Visit visit = new Visit(Optional.empty(), Locale.ENGLISH);
        String first = "/api/v1/restaurants?limit=100&country=" + country;
        return api.get(first, visit)
                .expand(page -> next(page)
                        .map(cursor -> api.get(first + "&cursor="
                                + UriUtils.encode(cursor, StandardCharsets.UTF_8), visit))
                        .orElse(Mono.empty()))
                .take(MOST_PAGES)
                .collectList()
                .map(pages -> pages.stream().allMatch(ApiAnswer::isGood)
                        ? keep(country, CountryGuide.of(pages.stream()
                                .flatMap(page -> page.body().path("items").valueStream())
                                .toList()))
                        : lastKnown(country));
    }

    private static Optional<String> next(ApiAnswer page) {
        JsonNode next = page.body().path("next");
        return next.isString() ? Optional.of(next.asString()) : Optional.empty();
    }

    private CountryGuide keep(String country, CountryGuide guide) {
        kept.put(country, new Kept(guide, clock.instant().plus(KEPT)));
        return guide;
    }

    private CountryGuide lastKnown(String country) {
        Kept known = kept.get(country);
        return known == null
                ? new CountryGuide(List.of())
                : known.guide();
    }
}
