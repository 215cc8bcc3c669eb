package carte.kit.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** An answer of a call that went well. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Answers.All.class)
public @interface Answers {

    /** The record whose fields the body has; {@code Void} without a body, a text otherwise. */
    Class<?> value() default Void.class;

    /** The status. */
    HttpStatus status() default HttpStatus.OK;

    /** What it says, in a sentence. */
    String description();

    /** The media type of the body; of several, one annotation each. */
    String mediaType() default MediaType.APPLICATION_JSON_VALUE;

    /** An answer as it may look: a file of the service's folder {@code openapi}. */
    String example() default PublicCall.NONE;

    /** The headers that it has. */
    SharedHeader[] headers() default {};

    /** The headers that it has if there is something to say. */
    SharedHeader[] perhaps() default {};

    /** Several answers. */
    @Documented
    @Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {

        /** The answers. */
        Answers[] value();
    }
}
