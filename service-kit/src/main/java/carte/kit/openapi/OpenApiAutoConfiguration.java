package carte.kit.openapi;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Serves the document of services that describe their records. */
@AutoConfiguration
class OpenApiAutoConfiguration {

    @Bean
    @ConditionalOnBean(ApiShapes.class)
    OpenApiController openApiController(
            ObjectProvider<RequestMappingHandlerMapping> mappings, List<ApiShapes> shapes) {
        return new OpenApiController(mappings, shapes);
    }
}
