package carte.gateway.page;

import carte.contracts.cache.DatabaseClock.Moment;
import carte.contracts.cache.Freshness;
import carte.contracts.event.MenuChanged;
import carte.contracts.json.ContractJson;
import carte.gateway.log.MenuLogSubscriber;
import carte.gateway.proxy.WholeAnswer;
import carte.gateway.route.RouteTable;
import carte.gateway.route.Service;
import carte.kit.openapi.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks the menu-service for lists of restaurants and the order-service for their ratings, once for
 * all who want the same list, and keeps what comes of it while it is young.
 */
final class ListReads implements MenuLogSubscriber {

    private static final long MOST_LISTS = 500;
    private static final long UNRATED_MILLIS = 250;
    private static final Duration JOINABLE = Duration.ofMillis(250);
    private static final Set<String> PARAMETERS = Arrays
            .stream(RestaurantListRead.class.getAnnotationsByType(Query.class))
            .map(Query::name).collect(Collectors.toUnmodifiableSet());

    private final Function<String, Mono<WholeAnswer>> menuService;
    private final Function<List<String>, Mono<Map<String, Popularity>>> popularities;
    private final Supplier<Moment> clock;
    private final Recent<String, Shown> lists;

    /** Takes what reads a target from the menu-service, and what finds figures by ids. */
    ListReads(
            Function<String, Mono<WholeAnswer>> menuService,
            Function<List<String>, Mono<Map<String, Popularity>>> popularities,
            Freshness freshness,
            Supplier<Moment> clock) {
        this.menuService = menuService;
        this.popularities = popularities;
        this.clock = clock;
        this.lists = new Recent<>(this::load,
                Shown::holds, freshness.withoutStale(), clock, MOST_LISTS, JOINABLE);
    }

    private record Shown(Content content, Set<String> ids, boolean rated, PauseEnds pauseEnds) {

        /** What lacks its ratings may have them soon. */
        boolean holds(long from, long to) {
            return pauseEnds.noneOpensOrCloses(from, to) && (rated || to - from <= UNRATED_MILLIS);
        }
    }

    /**
     * A list as it is sent.
     *
     * @param kept whether nobody had to be asked
     */
    record Listed(Content content, boolean kept) {}

    /**
     * Returns the list that a raw query asks for; fails with {@link Refused} if the menu-service
     * answers with something else.
     */
    Mono<Listed> of(@Nullable String query) {
        return lists.getHoweverLate(key(query))
                .map(given -> new Listed(given.value().content(), given.kept()));
    }

    /** Tells whether the list is at hand. */
    boolean keeps(@Nullable String query) {
        return lists.fresh(key(query)).isPresent();
    }

    /** Tells whether somebody has asked for the list lately. */
    boolean isKnown(@Nullable String query) {
        return lists.isKnown(key(query));
    }

    /** Has whoever comes from now on shown nothing that was asked for before. */
    void outdate() {
        lists.outdate();
    }

    @Override
    public void changed(MenuChanged change, Instant foundAt) {
        menuChanged(change.restaurantId().value());
    }

    /** Forgets the lists that show another version of a restaurant's menu. */
    void menuChanged(String id) {
        lists.forgetIf(shown -> shown.ids().contains(id));
    }

    /** What the menu-service does not look at makes no other list. */
    private static String key(@Nullable String query) {
        String asked = query == null
                ? ""
                : Arrays.stream(query.split("&", -1))
                        .filter(ListReads::isLookedAt)
                        .collect(Collectors.joining("&"));
        return asked.isEmpty() ? "" : "?" + asked;
    }

    private static boolean isLookedAt(String parameter) {
        String name = parameter.split("=", 2)[0];
        return PARAMETERS.contains(name) || name.isEmpty() || name.contains("%");
    }

    private Mono<Known<Shown>> load(String query) {
        return Mono.defer(() -> {
            Moment asked = clock.get();
            // It is read after it is asked for, so it is true as of then at least.
            return menuService.apply(RouteTable.LIST_TEMPLATE + query)
                    .flatMap(answer -> answer.status() == 200
                            ? rated(answer)
                            : Mono.error(new Refused(answer)))
                    .map(shown -> new Known<>(shown, asked, Duration.ZERO));
        });
    }

    private Mono<Shown> rated(WholeAnswer answer) {
        ObjectNode list = ServiceJson.read(Service.MENU.title(), answer, ObjectNode.class);
        Restaurants restaurants = Restaurants.of(list);
        Mono<Map<String, Popularity>> figures = restaurants.items().isEmpty()
                ? Mono.just(Map.of())
                : popularities.apply(restaurants.ids());
        return Part.of(figures).map(found -> new Shown(
                content(list, restaurants, found), Set.copyOf(restaurants.ids()),
                found.isFound(), restaurants.pauseEnds()));
    }

    /** Returns the list with what is known of each restaurant. */
    static Content content(
            ObjectNode list, Restaurants restaurants, Part<Map<String, Popularity>> figures) {
        Map<String, Popularity> known = figures.orNull();
        ObjectNode rated = ContractJson.mapper().createObjectNode();
        ArrayNode items = rated.putArray("items");
        restaurants.items().forEach(restaurant -> items.add(Ratings.rated(restaurant,
                known == null ? null : known.get(Restaurants.id(restaurant)))));
        rated.set("next", list.path("next").isString() ? list.get("next") : null);
        ArrayNode unavailable = rated.putArray("unavailable");
        if (known == null) {
            unavailable.add(PageParts.POPULARITY);
        }
        return Content.of(ContractJson.mapper().writeValueAsBytes(rated));
    }
}
