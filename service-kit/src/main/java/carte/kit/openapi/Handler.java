package carte.kit.openapi;

import java.lang.reflect.AnnotatedElement;
import java.util.List;

/**
 * One call with whatever is annotated with {@link PublicCall}.
 *
 * @param method in capitals
 * @param path as a template
 * @param consumes media types of the body; empty without one
 * @param annotated bears the annotations
 * @param resources a class of the service whose folder {@code openapi} has the examples
 */
public record Handler(String method, String path, List<String> consumes,
        AnnotatedElement annotated, Class<?> resources) {

    /** Copies the list. */
    public Handler {
        consumes = List.copyOf(consumes);
    }
}
