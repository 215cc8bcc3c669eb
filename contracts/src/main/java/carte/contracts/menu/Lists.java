package carte.contracts.menu;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Copies of collections that JSON may have left out. */
final class Lists {

    private Lists() {}

    static <T> List<T> copyOrEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** Keeps the order of the entries, so that the same menu is always the same bytes. */
    static <V> Map<String, V> copyOrEmpty(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
