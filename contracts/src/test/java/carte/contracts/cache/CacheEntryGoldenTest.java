package carte.contracts.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.fixture.Golden;
import carte.contracts.fixture.Menus;
import carte.contracts.menu.CompressedMenu;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the bytes in Redis against what was released: old and new instances share them. */
class CacheEntryGoldenTest {

    private static final MenuVersion VERSION = new MenuVersion(7);
    private static final byte[] VALUE = Golden.hex("cache-entry-value.hex");

    static Stream<Arguments> entries() {
        // The bytes of gzip differ between zlib versions, so they are taken as they are.
        CompressedMenu menu = CompressedMenu.ofGzip(
                Arrays.copyOfRange(VALUE, CacheEntryCodec.HEADER_BYTES, VALUE.length));
        return Stream.of(
                Arguments.of("value", new CacheEntry.Value(VERSION, Menus.PUBLISHED, menu)),
                Arguments.of("absent", new CacheEntry.Absent(Menus.PUBLISHED)),
                Arguments.of("floor", new CacheEntry.Floor(VERSION, Menus.PUBLISHED)),
                Arguments.of("largest-floor", new CacheEntry.Floor(
                        new MenuVersion((1L << 53) - 1), Instant.parse("2255-01-01T00:00:00Z"))));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void writesTheGoldenBytes(String name, CacheEntry entry) {
        assertThat(CacheEntryCodec.encode(entry))
                .asHexString().isEqualTo(hexOf(Golden.hex("cache-entry-" + name + ".hex")));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void readsTheGoldenBytes(String name, CacheEntry entry) {
        assertThat(CacheEntryCodec.decode(Golden.hex("cache-entry-" + name + ".hex")))
                .isEqualTo(entry);
    }

    @Test
    void holdsTheMenuAsItWasPublished() {
        var value = (CacheEntry.Value) CacheEntryCodec.decode(VALUE);
        assertThat(value.menu().expand())
                .isEqualTo(MenuJson.of(Menus.menu(Menus.MAMA_PUT, 7, Menus.PUBLISHED)));
    }

    @Test
    void refusesOtherFormats() {
        byte[] later = VALUE.clone();
        later[0] = 2;
        assertUnreadable(later);
    }

    @Test
    void refusesOtherKinds() {
        byte[] strange = VALUE.clone();
        strange[1] = 'W';
        assertUnreadable(strange);
    }

    @Test
    void refusesNegativeVersions() {
        byte[] negative = VALUE.clone();
        negative[2] = -1;
        assertUnreadable(negative);
    }

    @Test
    void refusesTruncatedHeaders() {
        for (int length = 0; length < CacheEntryCodec.HEADER_BYTES; length++) {
            assertUnreadable(Arrays.copyOf(VALUE, length));
        }
    }

    private static void assertUnreadable(byte[] bytes) {
        assertThatThrownBy(() -> CacheEntryCodec.decode(bytes))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String hexOf(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
