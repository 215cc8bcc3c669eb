package carte.menu.shard;

import carte.kit.postgres.PostgresSettings;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings {@code carte.shards.<name>}.
 *
 * @param shards by name; those without countries are left out, which is how one is switched off
 */
@ConfigurationProperties("carte")
record ShardProperties(Map<String, Shard> shards) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final Set<String> COUNTRIES = Set.copyOf(
            Arrays.asList(Locale.getISOCountries()));

    /** Throws {@link IllegalArgumentException}, which stops the start, if something is wrong. */
    ShardProperties {
        var used = new TreeMap<String, Shard>();
        if (shards != null) {
            shards.forEach((name, shard) -> {
                if (!shard.countries().isEmpty()) {
                    used.put(name, shard);
                }
            });
        }
        if (used.isEmpty()) {
            throw new IllegalArgumentException(
                    "carte.shards: expected at least one shard that has countries");
        }
        used.forEach(ShardProperties::check);
        requireOneShardPerCountry(used);
        shards = used;
    }

    /**
     * One shard.
     *
     * @param url {@code r2dbc:postgresql://host:port/database}
     * @param poolSize most connections for requests; 0 or absent stands for 20
     * @param countries ISO 3166-1 alpha-2 codes of the countries whose restaurants it owns
     */
    record Shard(
            @Nullable String url,
            @Nullable String username,
            @Nullable String password,
            int poolSize,
            List<String> countries) {

        Shard {
            countries = countries == null ? List.of() : List.copyOf(countries);
        }

        PostgresSettings settings(String name) {
            return new PostgresSettings(
                    required(url, name, "url"),
                    required(username, name, "username"),
                    password == null ? "" : password,
                    poolSize);
        }

        private static String required(@Nullable String value, String name, String property) {
            if (value == null || value.isBlank()) {
                throw new IllegalArgumentException(
                        "carte.shards." + name + "." + property + ": expected a value");
            }
            return value;
        }
    }

    private static void check(String name, Shard shard) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("carte.shards." + name
                    + ": expected a name of lower-case letters, digits and dashes");
        }
        for (String country : shard.countries()) {
            if (!COUNTRIES.contains(country)) {
                throw new IllegalArgumentException("carte.shards." + name + ".countries: expected"
                        + " ISO 3166-1 codes such as NG but found \"" + country + "\"");
            }
        }
        try {
            shard.settings(name);
        } catch (IllegalArgumentException e) {
            String said = String.valueOf(e.getMessage());
            String prefix = said.startsWith("carte.") ? "" : "carte.shards." + name + ".";
            throw new IllegalArgumentException(prefix + said, e);
        }
    }

    private static void requireOneShardPerCountry(Map<String, Shard> shards) {
        Map<String, String> owners = new HashMap<>();
        shards.forEach((name, shard) -> shard.countries().forEach(country -> {
            String other = owners.putIfAbsent(country, name);
            if (other != null) {
                throw new IllegalArgumentException("carte.shards: the country " + country
                        + " is in shard " + other + (other.equals(name)
                                ? " twice"
                                : " and in "
                                        + "shard " + name)
                        + ", but one shard owns it");
            }
        }));
    }
}
