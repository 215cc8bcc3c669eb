package carte.kit.security;

import carte.contracts.menu.RestaurantId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads who somebody is from the claims of a verified token. */
final class CallerClaims {

    private static final String OPERATOR = "operator";
    private static final int LONGEST_NAME = 200;

    private CallerClaims() {}

    /** Returns the caller, or nothing if the claims name nobody. */
    static Optional<Caller> read(Map<String, Object> claims) {
        return name(claims)
                .map(name -> new Caller(name,
                        texts(claims.get("roles")).anyMatch(OPERATOR::equals),
                        restaurants(claims.get("restaurants"))));
    }

    /** People choose their user names, so the subject, which nobody else has, stands beside it. */
    private static Optional<String> name(Map<String, Object> claims) {
        Optional<String> chosen = line(claims.get("preferred_username"));
        return line(claims.get("sub")).map(subject -> chosen
                .filter(name -> !name.equals(subject))
                .map(name -> name + " (" + subject + ")")
                .orElse(subject));
    }

    /** Returns a text that can stand in one line of a history. */
    private static Optional<String> line(@Nullable Object claim) {
        return claim instanceof String text
                ? Optional.of(text.replaceAll("\\p{Cntrl}", " ").strip())
                        .filter(name -> !name.isEmpty())
                        .map(name -> name.substring(0, Math.min(name.length(), LONGEST_NAME)))
                : Optional.empty();
    }

    private static Set<RestaurantId> restaurants(@Nullable Object claim) {
        return texts(claim)
                .flatMap(text -> RestaurantId.parse(text).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> texts(@Nullable Object claim) {
        return claim instanceof Collection<?> values
                ? values.stream().filter(String.class::isInstance).map(String.class::cast)
                : Stream.empty();
    }
}
