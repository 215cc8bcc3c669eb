package carte.gateway.site.console;

import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Has each form of the console carry the token without which it is refused. */
@ControllerAdvice(basePackages = "carte.gateway.site.console")
final class CsrfInForms {

    @ModelAttribute
    Mono<Void> token(ServerWebExchange exchange) {
        Mono<CsrfToken> token = exchange.getAttributeOrDefault(
                CsrfToken.class.getName(), Mono.empty());
        return token.doOnNext(each -> exchange.getAttributes().put(
                CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, each)).then();
    }
}
