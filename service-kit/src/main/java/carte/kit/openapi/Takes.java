package carte.kit.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The body that a call takes, in the media types of its mapping; of several forms, one each. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Takes.All.class)
public @interface Takes {

    /** The record whose fields the body has; a text otherwise. */
    Class<?> value();

    /** A body to try: a file of the service's folder {@code openapi}. */
    String example();

    /** The media type of this form; without one, those that no other form names. */
    String mediaType() default PublicCall.NONE;

    /** Several forms. */
    @Documented
    @Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {

        /** The forms. */
        Takes[] value();
    }
}
