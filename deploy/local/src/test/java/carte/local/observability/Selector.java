package carte.local.observability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One metric that a query of PromQL asks for.
 *
 * @param metric its name
 * @param labels the labels of which it asks for one value
 */
public record Selector(String metric, Map<String, String> labels) {

    private static final Pattern GROUPING = Pattern
            .compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern TOKEN = Pattern.compile("""
            (?x) \\[ [^\\]]* \\]                                   # a range
            | [a-z_0-9]+ \\s* \\(                                  # a function
            | (?<metric> [a-zA-Z_:] [a-zA-Z_:0-9]* )
              ( \\s* \\{ (?<matchers> ( [^"}] | "[^"]*" )* ) \\} )?
            | "[^"]*"
            | [0-9] [0-9a-zA-Z.]*
            """);
    private static final Pattern EQUALS = Pattern.compile("(\\w+)\\s*=\\s*\"([^\"]*)\"");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

    public Selector {
        labels = Map.copyOf(labels);
    }

    /** Returns whatever an expression asks for. */
    public static List<Selector> of(String expression) {
        List<Selector> selectors = new ArrayList<>();
        Matcher token = TOKEN.matcher(GROUPING.matcher(expression).replaceAll(" "));
        while (token.find()) {
            String metric = token.group("metric");
            if (metric != null && !WORDS.contains(metric)) {
                selectors.add(new Selector(metric, equal(token.group("matchers"))));
            }
        }
        return selectors;
    }

    private static Map<String, String> equal(@Nullable String matchers) {
        Map<String, String> labels = new LinkedHashMap<>();
        Matcher each = EQUALS.matcher(matchers == null ? "" : matchers);
        while (each.find()) {
            labels.put(each.group(1), each.group(2));
        }
        return labels;
    }
}
