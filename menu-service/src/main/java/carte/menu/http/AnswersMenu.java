package carte.menu.http;

import carte.contracts.menu.MenuDocument;
import carte.kit.openapi.Answers;
import carte.kit.openapi.Refuses;
import carte.kit.openapi.SharedHeader;
import carte.kit.problem.ProblemType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A write that answers with the menu as it is then. */
@Answers(value = MenuDocument.class, description = "The menu as it is now.",
        example = "menu-answer.json", headers = {
                SharedHeader.ETAG, SharedHeader.MENU_VERSION})
@Refuses(ProblemType.RESTAURANT_NOT_FOUND)
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnswersMenu {}
