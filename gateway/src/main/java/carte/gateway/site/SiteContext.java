package carte.gateway.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;

/**
 * What every template is given as {@code site}.
 *
 * @param locale the language of the page
 * @param path the path of the page, or of the one with the form that was sent
 * @param languages the same page in each language; none of what answers a form
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
        ServerHttpRequest request = exchange.getRequest();
        boolean read = request.getMethod().equals(HttpMethod.GET);
        return new SiteContext(assets, locale, read ? path(request) : sentFrom(request),
                read
                        ? Languages.ALL.stream().map(each -> language(each, locale, request))
                                .toList()
                        : List.of());
    }

    private static Language language(Locale one, Locale current, ServerHttpRequest request) {
        MultiValueMap<String, @Nullable String> query = new LinkedMultiValueMap<>(
                request.getQueryParams());
        query.set(VisitorLanguage.NAME, one.toLanguageTag());
        return new Language(one.toLanguageTag(), one.getDisplayLanguage(one),
                path(request) + "?" + encoded(query), one.equals(current));
    }

    /** Whatever a parameter is called and says, as tracking links do: {@code a[]=b=c}. */
    private static String encoded(MultiValueMap<String, @Nullable String> query) {
        return query.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> encoded(each.getKey())
                        + (value == null ? "" : "=" + encoded(value))))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    private static String path(ServerHttpRequest request) {
        return ownPath(request.getPath().value());
    }

    /** Returns the page with the form that was sent, which alone can be asked for again. */
    private static String sentFrom(ServerHttpRequest request) {
        String page = request.getHeaders().getFirst(HttpHeaders.REFERER);
        String fallback = SitePaths.isConsole(request) ? "/" + SitePaths.CONSOLE : "/";
        try {
            String path = page == null ? null : URI.create(page).getRawPath();
            return path == null || path.isEmpty() ? fallback : ownPath(path);
        } catch (IllegalArgumentException _) {
            return fallback;
        }
    }

    /** Two slashes would lead to somebody else's host. */
    private static String ownPath(String path) {
        return path.replaceFirst("^/+", "/");
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
