package carte.kit.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A list that is read page by page, as {@link carte.kit.http.QueryParameters} has it. */
@Query(name = "limit", description = "How many at most.", example = "20", schema = """
        {"type": "integer", "minimum": 1, "maximum": 100, "default": 20}""")
@Query(name = "cursor", description = "The `next` of the page before.",
        schema = "{\"type\": \"string\"}")
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Paged {}
