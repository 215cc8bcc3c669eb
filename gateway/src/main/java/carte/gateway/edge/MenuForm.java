package carte.gateway.edge;

import carte.contracts.menu.MenuVersion;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

/**
 * A representation of a menu (RFC 9110, section 3.2), ready to be sent in both codings: in the
 * menu's own words, or in those of a language that it has translations of.
 */
final class MenuForm {

    private static final AsciiString VARY_BY_LANGUAGE = AsciiString.cached(
            HttpHeaderNames.ACCEPT_ENCODING + ", " + HttpHeaderNames.ACCEPT_LANGUAGE);

    private final String entityTag;
    private final @Nullable String language;
    private final AsciiString vary;
    private final byte[] plain;
    private final byte[] gzip;

    private MenuForm(
            String entityTag,
            @Nullable String language,
            AsciiString vary,
            byte[] plain,
            byte[] gzip) {
        this.entityTag = entityTag;
        this.language = language;
        this.vary = vary;
        this.plain = plain;
        this.gzip = gzip;
    }

    /**
     * Returns the form in the menu's own words.
     *
     * @param translated whether there are others, of which a cache in between must know
     */
    static MenuForm own(MenuVersion version, boolean translated, byte[] plain, byte[] gzip) {
        return new MenuForm(version.entityTag(), null,
                translated ? VARY_BY_LANGUAGE : HttpHeaderNames.ACCEPT_ENCODING, plain, gzip);
    }

    /** Returns the form in the words of a language. */
    static MenuForm in(String language, MenuVersion version, byte[] plain, byte[] gzip) {
        return new MenuForm(
                version.entityTag(language), language, VARY_BY_LANGUAGE, plain, gzip);
    }

    /** Returns the strong entity tag, quotes included. */
    String entityTag() {
        return entityTag;
    }

    /** Returns the language in lower case; null in the menu's own words. */
    @Nullable
    String language() {
        return language;
    }

    /** Returns the names of the request headers that decide which form and coding is sent. */
    AsciiString vary() {
        return vary;
    }

    byte[] body(boolean compressed) {
        return compressed ? gzip : plain;
    }

    int bytes() {
        return plain.length + gzip.length;
    }
}
