package carte.kit.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The body that a call takes, in the media types of its mapping. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Takes {

    /** The record whose fields the body has. */
    Class<?> value();

    /** A body to try: a file of the service's folder {@code openapi}. */
    String example();
}
