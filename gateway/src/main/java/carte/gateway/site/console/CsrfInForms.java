package carte.gateway.site.console;

import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives templates behind the login the token without which their forms are refused. */
@ControllerAdvice({"carte.gateway.site.console", "carte.gateway.site.operations"})
final class CsrfInForms {

    @ModelAttribute
    Mono<Void> token(ServerWebExchange exchange, Model model) {
        Mono<CsrfToken> token = exchange.getAttributeOrDefault(
                CsrfToken.class.getName(), Mono.empty());
        return token.doOnNext(each -> model.addAttribute("csrf", each)).then();
    }
}
