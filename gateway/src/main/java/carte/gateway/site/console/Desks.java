package carte.gateway.site.console;

import carte.contracts.menu.RestaurantId;
import carte.gateway.site.PublicApi;
import carte.gateway.site.Visit;
import carte.gateway.site.login.Admin;
import carte.gateway.site.login.Logins;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives handlers the {@link Desk} of the restaurant that the address names. */
final class Desks implements HandlerMethodArgumentResolver {

    private final PublicApi api;

    Desks(PublicApi api) {
        this.api = api;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Desk.class;
    }

    @Override
    public Mono<Object> resolveArgument(
            MethodParameter parameter, BindingContext bindings, ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> desk(exchange));
    }

    private Desk desk(ServerWebExchange exchange) {
        Map<String, String> variables = exchange.getRequiredAttribute(
                HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        RestaurantId id = RestaurantId.parse(variables.getOrDefault("id", ""))
                .orElseThrow(() -> ProblemException.of(ProblemType.RESTAURANT_NOT_FOUND,
                        "there is no such restaurant"));
        Admin admin = Logins.of(exchange);
        if (!admin.caller().mayTouch(id)) {
            throw ProblemException.of(ProblemType.FORBIDDEN,
                    "you have logged in as somebody of another restaurant");
        }
        return new Desk(api, id, admin, Visit.of(exchange).as(admin.token()));
    }
}
