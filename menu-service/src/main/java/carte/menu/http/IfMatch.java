package carte.menu.http;

import carte.contracts.menu.MenuVersion;
import carte.kit.http.EntityTags;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * Which versions a write may replace (RFC 9110, section 13.1.1): all, or those of some tags.
 *
 * @param tags empty for any version
 */
public record IfMatch(List<String> tags) {

    /** Matches every version. */
    public static final IfMatch ANY = new IfMatch(List.of());

    /** Copies the tags. */
    public IfMatch {
        tags = List.copyOf(tags);
    }

    /** Returns the condition of a request, or nothing if it has none; 400 if it is malformed. */
    public static Optional<IfMatch> of(HttpHeaders headers) {
        List<String> values = headers.getOrEmpty(HttpHeaders.IF_MATCH);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        String text = String.join(",", values).strip();
        if (text.equals("*")) {
            return Optional.of(ANY);
        }
        return Optional.of(EntityTags.parse(text)
                .map(tags -> new IfMatch(tags.tags()))
                .orElseThrow(() -> ProblemException.of(ProblemType.MALFORMED_REQUEST,
                        "If-Match: expected a version in quotes such as \"7\", or *")));
    }

    /** Returns the condition of a request that must have one; 428 if it has none. */
    public static IfMatch require(HttpHeaders headers) {
        return of(headers).orElseThrow(() -> ProblemException.of(ProblemType.PRECONDITION_REQUIRED,
                "send the version that is to be replaced, for example If-Match: \"7\""));
    }

    /** Compares strongly: a weak tag matches nothing. */
    public boolean matches(MenuVersion version) {
        return tags.isEmpty() || tags.contains(version.entityTag());
    }

    /** Throws 412 if this version may not be changed. */
    public void check(MenuVersion version) {
        if (!matches(version)) {
            throw ProblemException.of(ProblemType.VERSION_CONFLICT, refusal(version));
        }
    }

    private String refusal(MenuVersion version) {
        return tags.stream().anyMatch(MenuVersion::isOfTranslation)
                ? "this is the tag of the menu in the words of a language; read the menu without"
                        + " Accept-Language before it is changed, so that its own words are kept"
                : "the menu is at version " + version + "; read it and try again";
    }
}
