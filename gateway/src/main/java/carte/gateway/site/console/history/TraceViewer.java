package carte.gateway.site.console.history;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code carte.site.*} of the console.
 *
 * @param traceViewer the address of a trace, with {@code {trace}} in place of its id, such as
 * {@code http://localhost:9411/zipkin/traces/{trace}}; empty for no links
 */
@ConfigurationProperties("carte.site")
record TraceViewer(@DefaultValue("") String traceViewer) {

    private static final String ID = "{trace}";

    /** Throws {@link IllegalArgumentException} that names the wrong setting. */
    TraceViewer {
        boolean web = traceViewer.startsWith("http://") || traceViewer.startsWith("https://");
        if (!traceViewer.isEmpty() && !(web && traceViewer.contains(ID))) {
            throw new IllegalArgumentException("carte.site.trace-viewer must be an http address"
                    + " with " + ID + " in it but was " + traceViewer);
        }
    }

    /** Returns the address of a trace; null where there is none. */
    @Nullable
    String address(String traceId) {
        return traceViewer.isEmpty() || !traceId.matches("[0-9a-f]{32}")
                ? null
                : traceViewer.replace(ID, traceId);
    }
}
