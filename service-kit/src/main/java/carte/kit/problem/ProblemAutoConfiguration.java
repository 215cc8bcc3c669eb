package carte.kit.problem;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Puts problem documents ahead of Spring's own error pages. */
@AutoConfiguration
class ProblemAutoConfiguration {

    /** A service that has pages puts its own words ahead of this. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 100)
    ProblemExceptionHandler problemExceptionHandler() {
        return new ProblemExceptionHandler();
    }
}
