package carte.gateway.edge;

import carte.contracts.http.CarteHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;

/** The headers of a menu. */
final class AnswerHeaders {

    private static final String JSON = "application/json";
    private static final String NO_SNIFF = "nosniff";
    private static final String X_CONTENT_TYPE_OPTIONS = "x-content-type-options";

    private AnswerHeaders() {}

    /** Sets all headers but those of a body. */
    static void set(HttpHeaders headers, EdgeAnswer.Menu answer) {
        EdgeMenu menu = answer.menu();
        headers.set(HttpHeaderNames.ETAG, answer.form().entityTag())
                .set(CarteHeaders.MENU_VERSION, menu.version().toString())
                .set(CarteHeaders.AS_OF, menu.track().text(answer.asOf()))
                .set(CarteHeaders.CACHE_STATUS, answer.cacheStatus())
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_CACHE)
                .set(CarteHeaders.SURROGATE_KEY, menu.id().value())
                .set(HttpHeaderNames.VARY, answer.form().vary())
                .set(X_CONTENT_TYPE_OPTIONS, NO_SNIFF);
        Duration staleFor = answer.staleFor();
        if (staleFor != null) {
            headers.set(HttpHeaderNames.AGE, Long.toString(Math.max(0, staleFor.toSeconds())));
        }
    }

    /** Sets the headers of a body. */
    static void setBody(HttpHeaders headers, MenuForm form, boolean gzip) {
        headers.set(HttpHeaderNames.CONTENT_TYPE, JSON)
                .set(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(form.body(gzip).length));
        String language = form.language();
        if (language != null) {
            headers.set(HttpHeaderNames.CONTENT_LANGUAGE, language);
        }
        if (gzip) {
            headers.set(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
        }
    }
}
