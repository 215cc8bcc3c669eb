package carte.gateway.site;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What every template is given as {@code site}.
 *
 * @param locale the language of the page
 * @param path the path of the page
 * @param languages the same page in each language
 */
public record SiteContext(Assets assets, Locale locale, String path, List<Language> languages) {

    /**
     * A language that the page is to be had in.
     *
     * @param name in that language
     * @param address of the page in it
     */
    public record Language(String code, String name, String address, boolean current) {}

    static SiteContext of(Assets assets, ServerWebExchange exchange) {
        Locale locale = Objects.requireNonNullElse(
                exchange.getLocaleContext().getLocale(), Languages.DEFAULT);
        return new SiteContext(assets, locale, exchange.getRequest().getPath().value(),
                Languages.ALL.stream().map(other -> language(other, locale, exchange)).toList());
    }

    private static Language language(Locale one, Locale current, ServerWebExchange exchange) {
        String address = UriComponentsBuilder.fromUri(exchange.getRequest().getURI())
                .scheme(null).host(null).port(null)
                .replaceQueryParam(VisitorLanguage.NAME, one.toLanguageTag())
                .build(true).toUriString();
        return new Language(one.toLanguageTag(), one.getDisplayLanguage(one), address,
                one.equals(current));
    }

    /** Returns the address of a style, script or picture. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** Returns the language's tag, for {@code lang}. */
    public String lang() {
        return locale.toLanguageTag();
    }

    /** Returns which way the language is written, for {@code dir}. */
    public String dir() {
        return Languages.direction(locale);
    }
}
