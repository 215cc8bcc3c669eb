package carte.gateway.site;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.thymeleaf.spring6.ISpringWebFluxTemplateEngine;
import reactor.core.publisher.Mono;

/**
 * Finds the template of a page by its name, such as {@code customer/home}, or fragments of one:
 * {@code customer/restaurant :: menu}. Handlers name it as they would any view of Spring's.
 */
public final class Templates implements ViewResolver, Ordered {

    private static final String FRAGMENTS = "::";
    private static final String REDIRECT = "redirect:";

    private final ISpringWebFluxTemplateEngine engine;
    private final Assets assets;
    private final URI issuer;

    Templates(ISpringWebFluxTemplateEngine engine, Assets assets, URI issuer) {
        this.engine = engine;
        this.assets = assets;
        this.issuer = issuer;
    }

    @Override
    public Mono<View> resolveViewName(String name, Locale locale) {
        return name.startsWith(REDIRECT) ? Mono.empty() : Mono.just(view(name));
    }

    /** Answers with a page where no handler does, such as what has failed. */
    public Mono<Void> send(
            HttpStatusCode status,
            String name,
            Map<String, ?> model,
            ServerWebExchange exchange) {
        exchange.getResponse().setStatusCode(status);
        return view(name).render(model, null, exchange);
    }

    private View view(String name) {
        int fragments = name.indexOf(FRAGMENTS);
        return fragments < 0
                ? new TemplateView(engine, name, Set.of(), assets, issuer)
                : new TemplateView(engine, name.substring(0, fragments).strip(),
                        Set.of(name.substring(fragments + FRAGMENTS.length()).strip()), assets,
                        issuer);
    }

    /** Ahead of the resolver that comes with Thymeleaf, which leads elsewhere where asked to. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
