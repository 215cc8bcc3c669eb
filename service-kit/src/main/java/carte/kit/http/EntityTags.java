package carte.kit.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list of entity tags as conditional headers have it (RFC 9110, section 8.8.3). */
public record EntityTags(List<String> tags) {

    /** What stands before a weak tag. */
    public static final String WEAK = "W/";

    private static final Pattern TAG = Pattern
            .compile("(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"");
    private static final Pattern SEPARATOR = Pattern.compile("[ \\t]*,[ \\t,]*");

    /** Returns the tags, quotes and weakness included; nothing if the text is not such a list. */
    public static Optional<EntityTags> parse(String text) {
        List<String> tags = new ArrayList<>();
        String list = text.strip();
        Matcher tag = TAG.matcher(list);
        Matcher separator = SEPARATOR.matcher(list);
        int at = 0;
        while (tag.region(at, list.length()).lookingAt()) {
            tags.add(tag.group());
            at = tag.end();
            if (at == list.length()) {
                return Optional.of(new EntityTags(tags));
            }
            if (!separator.region(at, list.length()).lookingAt()) {
                return Optional.empty();
            }
            at = separator.end();
        }
        return Optional.empty();
    }
}
