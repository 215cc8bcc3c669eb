package carte.gateway.site.console;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The fields of a form that somebody has sent.
 *
 * @param fields without the token that protects it
 */
public record Form(MultiValueMap<String, String> fields) {

    private static final String CSRF = "_csrf";
    private static final Pattern ENDS_OF_LINES = Pattern.compile("\\r\\n?");

    /** Reads the form of a request. */
    public static Mono<Form> of(ServerWebExchange exchange) {
        return exchange.getFormData().map(data -> {
            MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(data);
            fields.remove(CSRF);
            return new Form(fields);
        });
    }

    /** Returns a field without blanks around it, empty if it is not there. */
    public String text(String name) {
        return find(name).orElse("");
    }

    /** Returns a field; nothing if it is not there. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(fields.getFirst(name)).map(Form::plain);
    }

    /** Returns a text without blanks around it, and with lines that end as JSON's do. */
    static String plain(String text) {
        return ENDS_OF_LINES.matcher(text).replaceAll("\n").strip();
    }

    /** Returns all values of a field. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** Returns a whole number, or nothing. */
    public Optional<Integer> number(String name) {
        String text = text(name);
        return text.matches("\\d{1,6}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    /** Returns the version that a page showed, or nothing. */
    public Optional<Long> version() {
        String text = text("version");
        return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    /** Tells whether a script sends it for a part of a page. */
    public static boolean isPart(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().containsHeader("HX-Request");
    }
}
