package carte.menu.reading;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.cache.CacheEntry;
import carte.contracts.cache.CachedMenu;
import carte.contracts.cache.Freshness;
import carte.contracts.menu.CompressedMenu;
import carte.contracts.menu.MenuVersion;
import carte.menu.reading.ReadRules.Decision;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Freshness FRESHNESS = new Freshness(
            Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofMinutes(5));

    enum Kind {
        VALUE, ABSENT, FLOOR
    }

    @Test
    void whereRedisHasNothingThePrimaryIsAsked() {
        assertThat(ReadRules.decide(null, MenuVersion.NONE, FRESHNESS, NOW))
                .isEqualTo(Decision.LOAD);
        assertThat(ReadRules.decide(null, new MenuVersion(7), FRESHNESS, NOW))
                .isEqualTo(Decision.LOAD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # held | version | least | millis ago | decision
            VALUE  | 7       | 0     |          0 | ANSWER
            VALUE  | 7       | 6     |          0 | ANSWER
            VALUE  | 7       | 7     |          0 | ANSWER
            VALUE  | 7       | 8     |          0 | LOAD
            VALUE  | 7       | 0     |       1900 | ANSWER
            VALUE  | 7       | 0     |       1901 | LOAD_OLD
            VALUE  | 7       | 7     |       1900 | ANSWER
            VALUE  | 7       | 7     |       1901 | LOAD_OLD
            VALUE  | 7       | 8     |       1901 | LOAD
            VALUE  | 7       | 0     |   86400000 | LOAD_OLD
            VALUE  | 7       | 0     |      -5000 | LOAD_OLD
            VALUE  | 7       | 8     |      -5000 | LOAD
            ABSENT | 0       | 0     |          0 | ANSWER
            ABSENT | 0       | 1     |          0 | LOAD
            ABSENT | 0       | 0     |       1900 | ANSWER
            ABSENT | 0       | 0     |       1901 | LOAD_OLD
            ABSENT | 0       | 1     |       1901 | LOAD
            ABSENT | 0       | 0     |      -5000 | LOAD_OLD
            FLOOR  | 7       | 0     |          0 | LOAD
            FLOOR  | 7       | 7     |          0 | LOAD
            FLOOR  | 7       | 0     |       1901 | LOAD
            """)
    void decides(Kind held, long version, long least, long millisAgo, Decision decision) {
        assertThat(ReadRules.decide(
                cached(held, version, millisAgo), new MenuVersion(least), FRESHNESS, NOW))
                .isEqualTo(decision);
    }

    @Test
    void aWatermarkVouchesForWhatWasReadLongAgo() {
        CacheEntry entry = entry(Kind.VALUE, 7, NOW.minusSeconds(3600));

        assertThat(ReadRules.decide(new CachedMenu(entry, NOW.minusMillis(1900)),
                MenuVersion.NONE, FRESHNESS, NOW)).isEqualTo(Decision.ANSWER);
        assertThat(ReadRules.decide(new CachedMenu(entry, NOW.minusMillis(1901)),
                MenuVersion.NONE, FRESHNESS, NOW)).isEqualTo(Decision.LOAD_OLD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # held | version | least | millis ago | stale-if-error | serves
            VALUE  | 7       | 0     |       1901 | PT5M           | true
            VALUE  | 7       | 7     |     299999 | PT5M           | true
            VALUE  | 7       | 0     |     300000 | PT5M           | true
            VALUE  | 7       | 0     |     300001 | PT5M           | false
            VALUE  | 7       | 8     |       1901 | PT5M           | false
            VALUE  | 7       | 0     |       1901 | PT0S           | false
            VALUE  | 7       | 0     |          0 | PT0S           | false
            ABSENT | 0       | 0     |       1901 | PT5M           | false
            FLOOR  | 7       | 0     |       1901 | PT5M           | false
            """)
    void servesOnError(Kind held, long version, long least, long millisAgo,
            Duration staleIfError, boolean serves) {
        Freshness freshness = new Freshness(
                FRESHNESS.bound(), FRESHNESS.margin(), staleIfError);

        assertThat(ReadRules.servesOnError(
                cached(held, version, millisAgo), new MenuVersion(least), freshness, NOW))
                .isEqualTo(serves);
    }

    private static CachedMenu cached(Kind held, long version, long millisAgo) {
        return new CachedMenu(entry(held, version, NOW.minusMillis(millisAgo)), Instant.EPOCH);
    }

    private static CacheEntry entry(Kind held, long version, Instant readAt) {
        return switch (held) {
            case VALUE -> new CacheEntry.Value(new MenuVersion(version), readAt,
                    CompressedMenu.ofGzip(new byte[0]));
            case ABSENT -> new CacheEntry.Absent(readAt);
            case FLOOR -> new CacheEntry.Floor(new MenuVersion(version), readAt);
        };
    }
}
