package carte.menu.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.menu.shard.ShardProperties.Shard;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShardPropertiesTest {

    private static final String URL = "r2dbc:postgresql://localhost:5432/menu";

    @Test
    void takesShardsThatOwnDifferentCountries() {
        ShardProperties properties = new ShardProperties(
                Map.of("west", shard("NG", "GH"), "east", shard("KE")));

        assertThat(properties.shards()).containsOnlyKeys("west", "east");
        assertThat(shard("NG").settings("west").poolSize()).isEqualTo(20);
    }

    @Test
    void aShardWithoutCountriesIsSwitchedOff() {
        assertThat(new ShardProperties(Map.of("west", shard("NG"), "east", shard())).shards())
                .containsOnlyKeys("west");
    }

    @Test
    void needsAShard() {
        expectRefusal(Map.of("west", shard()), "carte.shards: expected at least one shard");
    }

    @Test
    void aCountryIsInOneShard() {
        expectRefusal(Map.of("west", shard("NG", "GH"), "east", shard("KE", "GH")),
                "carte.shards: the country GH is in shard east and in shard west");
        expectRefusal(Map.of("west", shard("NG", "NG")),
                "carte.shards: the country NG is in shard west twice");
    }

    @Test
    void countriesAreIsoCodes() {
        expectRefusal(Map.of("west", shard("Nigeria")),
                "carte.shards.west.countries: expected ISO 3166-1 codes such as NG");
        expectRefusal(Map.of("west", shard("ng")), "carte.shards.west.countries: expected");
    }

    @Test
    void namesWhatIsMissingOrWrong() {
        expectRefusal(Map.of("west", new Shard(null, "carte", "carte", 5, List.of("NG"))),
                "carte.shards.west.url: expected a value");
        expectRefusal(Map.of("west", new Shard(URL, " ", "carte", 5, List.of("NG"))),
                "carte.shards.west.username: expected a value");
        expectRefusal(Map.of("west", new Shard("jdbc:x", "carte", "carte", 5, List.of("NG"))),
                "carte.shards.west.url: expected r2dbc:postgresql://");
        expectRefusal(Map.of("west", new Shard(URL, "carte", "carte", -1, List.of("NG"))),
                "carte.shards.west.pool-size: expected");
        expectRefusal(Map.of("West End", shard("NG")), "carte.shards.West End: expected a name");
    }

    private static Shard shard(String... countries) {
        return new Shard(URL, "carte", "carte", 0, List.of(countries));
    }

    private static void expectRefusal(Map<String, Shard> shards, String message) {
        assertThatThrownBy(() -> new ShardProperties(shards))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
