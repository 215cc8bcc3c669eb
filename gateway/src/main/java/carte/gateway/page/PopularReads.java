package carte.gateway.page;

import carte.contracts.json.ContractJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the restaurants of a country that most people order from. */
final class PopularReads {

    private final Function<String, Mono<Given<Popularities>>> rankings;
    private final Function<List<String>, Mono<Given<Restaurants>>> restaurants;

    /** Takes what ranks the restaurants of a country, and what finds restaurants by their ids. */
    PopularReads(
            Function<String, Mono<Given<Popularities>>> rankings,
            Function<List<String>, Mono<Given<Restaurants>>> restaurants) {
        this.rankings = rankings;
        this.restaurants = restaurants;
    }

    /**
     * The restaurants, the first one first.
     *
     * @param asOf of the ranking, by the clock of the order-service's database
     * @param kept whether nobody had to be asked
     * @param staleFor the age of the oldest part if that is more than the bound allows
     */
    record Popular(Content content, Instant asOf, boolean kept, @Nullable Duration staleFor) {

        /** Returns what RFC 9211 has a cache say of it. */
        String cacheStatus() {
            if (staleFor != null) {
                return "carte-edge; hit; stale; ttl=-" + staleFor.toSeconds();
            }
            return kept ? "carte-edge; hit" : "carte-edge; fwd=miss";
        }
    }

    Mono<Popular> of(String country) {
        return rankings.apply(country).flatMap(ranking -> restaurants.apply(ranking.value().ids())
                .map(found -> popular(ranking, found)));
    }

    /** Puts restaurants and figures together; one that is gone is left out. */
    static Popular popular(Given<Popularities> ranking, Given<Restaurants> found) {
        Map<String, Popularity> figures = ranking.value().byId();
        ObjectNode list = ContractJson.mapper().createObjectNode();
        ArrayNode items = list.putArray("items");
        for (ObjectNode restaurant : found.value().items()) {
            Popularity popularity = figures.get(Restaurants.id(restaurant));
            if (popularity != null) {
                items.add(Ratings.rated(restaurant, popularity)
                        .put("orderCount", popularity.orderCount()));
            }
        }
        return new Popular(Content.of(ContractJson.mapper().writeValueAsBytes(list)),
                ranking.value().asOf(), ranking.kept() && found.kept(),
                longer(ranking.staleFor(), found.staleFor()));
    }

    private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) < 0 ? other : one;
    }
}
