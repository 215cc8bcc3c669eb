package carte.kit.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A handler of the public API; only these are in the OpenAPI document. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PublicCall {

    /** Nothing to say. */
    String NONE = "";

    /** The operation's id, unique among all services. */
    String id();

    /** What it does, in a few words. */
    String summary();

    /** What a client should know besides, in CommonMark. */
    String description() default NONE;

    /** Whom it is for. */
    Audience audience();

    /** The headers and queries that many calls take. */
    SharedParameter[] parameters() default {};
}
