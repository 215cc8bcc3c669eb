package carte.menu.shard;

import carte.contracts.menu.RestaurantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Which shard owns which country. */
public final class ShardMap {

    private final Map<String, String> shardByCountry = new HashMap<>();

    /** Takes the countries of each shard; no country may be in two of them. */
    public ShardMap(Map<String, ? extends Collection<String>> countriesByShard) {
        countriesByShard.forEach((shard, countries) -> countries
                .forEach(country -> shardByCountry.put(country, shard)));
    }

    /** Returns the shard that owns a country (ISO 3166-1 alpha-2), or nothing. */
    public Optional<String> ofCountry(String country) {
        return Optional.ofNullable(shardByCountry.get(country));
    }

    /** Returns the shard that owns a restaurant, whether or not there is one of that id. */
    public Optional<String> of(RestaurantId id) {
        return ofCountry(id.country());
    }

    /** Returns the names of all shards, in order. */
    public List<String> shards() {
        return List.copyOf(new TreeSet<>(shardByCountry.values()));
    }

    /** Returns all countries that a shard owns, in order. */
    public List<String> countries() {
        return List.copyOf(new TreeSet<>(shardByCountry.keySet()));
    }
}
