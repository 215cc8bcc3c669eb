package carte.kit.openapi;

import carte.contracts.json.ContractJson;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Serves what the service adds to the OpenAPI document; made when first asked for. */
@RestController
final class OpenApiController {

    private final Mono<byte[]> document;

    OpenApiController(
            ObjectProvider<RequestMappingHandlerMapping> mappings, List<ApiShapes> shapes) {
        this.document = Mono.fromCallable(() -> ContractJson.mapper().writeValueAsBytes(
                OpenApiDocument.of(handlers(mappings), shapes)))
                .subscribeOn(Schedulers.boundedElastic())
                .cache();
    }

    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> document() {
        return document;
    }

    private static List<Handler> handlers(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> AnnotatedElementUtils.isAnnotated(
                        entry.getValue().getMethod(), PublicCall.class))
                .flatMap(OpenApiController::handlers)
                .toList();
    }

    private static Stream<Handler> handlers(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
        RequestMappingInfo info = entry.getKey();
        HandlerMethod handler = entry.getValue();
        List<String> consumes = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .map(MediaType::toString).toList();
        return info.getPatternsCondition().getPatterns().stream()
                .flatMap(pattern -> info.getMethodsCondition().getMethods().stream()
                        .map(method -> new Handler(method.name(), pattern.getPatternString(),
                                consumes, handler.getMethod(), handler.getBeanType())));
    }
}
