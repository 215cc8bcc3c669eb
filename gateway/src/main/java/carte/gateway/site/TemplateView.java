package carte.gateway.site;

import carte.gateway.file.ServedFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.server.ServerWebExchange;
import org.thymeleaf.context.WebExpressionContext;
import org.thymeleaf.spring6.ISpringWebFluxTemplateEngine;
import org.thymeleaf.spring6.web.webflux.SpringWebFluxWebApplication;
import org.thymeleaf.web.IWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Sends one template, or some fragments of it, filled in, compressed and with a tag. */
final class TemplateView implements View {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final CacheControl OWN = CacheControl.noCache().cachePrivate();
    private static final SpringWebFluxWebApplication APPLICATION = SpringWebFluxWebApplication
            .buildApplication(ReactiveAdapterRegistry.getSharedInstance());

    private final ISpringWebFluxTemplateEngine engine;
    private final String template;
    private final Set<String> fragments;
    private final Assets assets;
    private final URI issuer;

    /** Takes a template's name, and which fragments of it are wanted; none for all of it. */
    TemplateView(
            ISpringWebFluxTemplateEngine engine,
            String template,
            Set<String> fragments,
            Assets assets,
            URI issuer) {
        this.engine = engine;
        this.template = template;
        this.fragments = Set.copyOf(fragments);
        this.assets = assets;
        this.issuer = issuer;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(HTML);
    }

    // Pages may be large: no event loop fills them in.
    @Override
    public Mono<Void> render(
            @Nullable Map<String, ?> model,
            @Nullable MediaType contentType,
            ServerWebExchange exchange) {
        return Mono.fromCallable(() -> fillIn(model == null ? Map.of() : model, exchange))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(page -> send(page, exchange));
    }

    private ServedFile fillIn(Map<String, ?> model, ServerWebExchange exchange) {
        SiteContext site = SiteContext.of(assets, exchange);
        Map<String, Object> variables = new HashMap<>(model);
        variables.put("site", site);
        IWebExchange page = APPLICATION.buildExchange(
                exchange, site.locale(), HTML, StandardCharsets.UTF_8);
        String html = engine.process(template, fragments.isEmpty() ? null : fragments,
                new WebExpressionContext(
                        engine.getConfiguration(), page, site.locale(), variables));
        return ServedFile.of(HTML.toString(), html.getBytes(StandardCharsets.UTF_8));
    }

    private Mono<Void> send(ServedFile page, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        HttpStatusCode status = response.getStatusCode();
        boolean whole = status == null || status.isSameCodeAs(HttpStatus.OK);
        ServerHttpRequest request = exchange.getRequest();
        ResponseEntity<byte[]> answer = page.answer(
                whole && isRead(request) ? request : unconditional(request), OWN);
        if (whole) {
            response.setStatusCode(answer.getStatusCode());
        }
        addHeaders(answer.getHeaders(), whole, exchange);
        byte[] body = answer.getBody();
        if (body == null) {
            return response.setComplete();
        }
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private void addHeaders(HttpHeaders page, boolean whole, ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        String caching = headers.getCacheControl();
        page.forEach(headers::put);
        if (caching != null) {
            headers.setCacheControl(caching);
        }
        if (!whole) {
            headers.remove(HttpHeaders.ETAG);
        }
        PageHeaders.set(headers, SitePaths.isConsole(exchange.getRequest()) ? issuer : null);
        VisitorLanguage.keep(exchange);
    }

    private static boolean isRead(ServerHttpRequest request) {
        return request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD);
    }

    private static ServerHttpRequest unconditional(ServerHttpRequest request) {
        return request.mutate()
                .headers(headers -> headers.remove(HttpHeaders.IF_NONE_MATCH))
                .build();
    }
}
