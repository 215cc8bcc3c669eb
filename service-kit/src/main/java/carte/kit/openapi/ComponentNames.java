package carte.kit.openapi;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Under which names shared things stand in the document's components. */
final class ComponentNames {

    private ComponentNames() {}

    /** Returns the constant's name in camel case, such as {@code MenuVersion}. */
    static String of(Enum<?> constant) {
        return Arrays.stream(constant.name().split("_", -1))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
