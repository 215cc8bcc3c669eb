package carte.contracts.menu;

import carte.contracts.json.ContractJson;
import java.util.Arrays;

/**
 * A {@link MenuDocument} as UTF-8 JSON: written once, then stored, published, cached and sent as
 * the same bytes.
 */
public final class MenuJson {

    private final byte[] utf8;

    private MenuJson(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** Returns the JSON of {@code menu}. */
    public static MenuJson of(MenuDocument menu) {
        return new MenuJson(ContractJson.mapper().writeValueAsBytes(menu));
    }

    /** Takes bytes that {@link #of} once made; they are not copied and must not change. */
    public static MenuJson ofUtf8(byte[] utf8) {
        return new MenuJson(utf8);
    }

    /** Returns the bytes, which the caller must not change. */
    public byte[] utf8() {
        return utf8;
    }

    /** Reads the document; throws {@link tools.jackson.core.JacksonException} if it is not one. */
    public MenuDocument parse() {
        return ContractJson.mapper().readValue(utf8, MenuDocument.class);
    }

    /** Returns this menu in gzip (RFC 1952). */
    public CompressedMenu compress() {
        return CompressedMenu.of(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MenuJson that && Arrays.equals(utf8, that.utf8);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(utf8);
    }

    @Override
    public String toString() {
        return "MenuJson[" + utf8.length + " bytes]";
    }
}
