package carte.kit.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A query parameter of a call. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Query.All.class)
public @interface Query {

    /** The name. */
    String name();

    /** What it asks for, in a sentence. */
    String description();

    /** Its JSON Schema. */
    String schema();

    /** A value to try; empty: none. */
    String example() default PublicCall.NONE;

    /** Whether it must be there. */
    boolean required() default false;

    /** Several parameters. */
    @Documented
    @Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {

        /** The parameters. */
        Query[] value();
    }
}
