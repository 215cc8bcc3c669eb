package carte.gateway.site;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** What browsers are told about every page: nothing inline, nothing from elsewhere. */
final class PageHeaders {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' https: data:; connect-src 'self'; font-src 'self';"
            + " manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private PageHeaders() {}

    /**
     * Sets them.
     *
     * @param issuer where forms may lead besides, which is where people log out; null for nowhere
     */
    static void set(HttpHeaders headers, @Nullable URI issuer) {
        headers.set("Content-Security-Policy", issuer == null
                ? POLICY
                : POLICY + " " + issuer.getScheme() + "://" + issuer.getRawAuthority());
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        headers.set(HttpHeaders.VARY, String.join(", ", HttpHeaders.ACCEPT_ENCODING,
                HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE));
    }
}
