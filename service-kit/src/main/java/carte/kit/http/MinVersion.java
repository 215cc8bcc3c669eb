package carte.kit.http;

import carte.contracts.menu.MenuVersion;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameter by which a reader says what it has seen or written already. */
public final class MinVersion {

    /** Its name in the query. */
    public static final String NAME = "min_version";

    private static final Pattern POSITIVE = Pattern.compile("0*[1-9][0-9]{0,17}");

    private MinVersion() {}

    /**
     * Returns the least version that will do, {@link MenuVersion#NONE} for any.
     *
     * @param values of the parameter, or null if it is not there
     * @throws ProblemException if it is not one whole number of at least 1
     */
    public static MenuVersion of(@Nullable List<@Nullable String> values) {
        if (values == null) {
            return MenuVersion.NONE;
        }
        String value = values.size() == 1 ? values.getFirst() : null;
        if (value == null || !POSITIVE.matcher(value).matches()) {
            throw ProblemException.of(ProblemType.MALFORMED_REQUEST,
                    NAME + ": expected one whole number of at least 1");
        }
        return new MenuVersion(Long.parseLong(value));
    }
}
