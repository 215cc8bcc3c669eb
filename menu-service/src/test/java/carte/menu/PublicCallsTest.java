package carte.menu;

import static org.assertj.core.api.Assertions.assertThat;

import carte.kit.openapi.ApiShapes;
import carte.kit.openapi.Handler;
import carte.kit.openapi.OpenApiDocument;
import carte.kit.openapi.PublicCall;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

class PublicCallsTest {

    private static final String PACKAGE = PublicCallsTest.class.getPackageName();

    /** Of these the gateway makes calls of its own, which it describes. */
    private static final Set<String> PARTS = Set.of("RestaurantApi.list", "RestaurantApi.show");

    @Test
    void everyHandlerSaysWhatItIsFor() {
        assertThat(allHandlerMethods().filter(
                method -> !AnnotatedElementUtils.isAnnotated(method, PublicCall.class)))
                .extracting(PublicCallsTest::name)
                .containsExactlyInAnyOrderElementsOf(PARTS);
        assertThat(handlerMethods()).hasSizeGreaterThan(15);
    }

    @Test
    void theDocumentCanBeMadeOfAllOfThem() {
        List<Handler> handlers = handlerMethods().flatMap(PublicCallsTest::handlers).toList();

        ObjectNode document = OpenApiDocument.of(handlers, shapes());

        assertThat(document.findValuesAsString("operationId"))
                .hasSameSizeAs(handlers).doesNotHaveDuplicates();
        assertThat(Set.copyOf(document.findValuesAsString("$ref"))).allSatisfy(
                reference -> assertThat(document.at(reference.substring(1)).isMissingNode())
                        .as(reference).isFalse());
    }

    @Test
    void filesOfOthersMayHaveAnyFields() {
        ObjectNode document = OpenApiDocument.of(
                handlerMethods().flatMap(PublicCallsTest::handlers).toList(), shapes());

        assertThat(document.at("/paths/~1api~1v1~1restaurants~1{id}~1menu~1import/post/requestBody"
                + "/content/application~1ld+json/schema/additionalProperties").isObject()).isTrue();
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static Stream<Method> handlerMethods() {
        return allHandlerMethods().filter(method -> !PARTS.contains(name(method)));
    }

    private static Stream<Method> allHandlerMethods() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scanner.findCandidateComponents(PACKAGE).stream()
                .map(found -> ClassUtils.resolveClassName(
                        Objects.requireNonNull(found.getBeanClassName()), null))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> AnnotatedElementUtils.hasAnnotation(
                        method, RequestMapping.class));
    }

    private static Stream<Handler> handlers(Method method) {
        RequestMapping mapping = mapping(method);
        RequestMapping ofType = AnnotatedElementUtils.findMergedAnnotation(
                method.getDeclaringClass(), RequestMapping.class);
        String before = ofType == null || ofType.path().length == 0 ? "" : ofType.path()[0];
        String after = mapping.path().length == 0 ? "" : mapping.path()[0];
        return Arrays.stream(mapping.method()).map(verb -> new Handler(verb.name(), before + after,
                List.of(mapping.consumes()), method, method.getDeclaringClass()));
    }

    private static RequestMapping mapping(Method method) {
        return Objects.requireNonNull(
                AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class));
    }

    private static List<ApiShapes> shapes() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Clock.class, Clock::systemUTC);
            ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(
                    context, false);
            scanner.addIncludeFilter(new AssignableTypeFilter(ApiShapes.class));
            scanner.scan(PACKAGE);
            context.refresh();
            return context.getBeanProvider(ApiShapes.class).stream().toList();
        }
    }
}
