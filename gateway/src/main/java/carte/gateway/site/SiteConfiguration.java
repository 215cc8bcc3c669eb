package carte.gateway.site;

import carte.gateway.limit.InnerCalls;
import carte.kit.startup.OwnAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.i18n.LocaleContextResolver;
import org.thymeleaf.spring6.ISpringWebFluxTemplateEngine;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Wires what all pages share. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {

    /** Longer than the gateway waits for any read, so that its words come through. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    // The largest menu and what is said of its restaurant, as text.
    private static final int LARGEST_ANSWER_BYTES = 8 * 1024 * 1024;
    private static final int MOST_CALLS = 512;
    private static final int MOST_WAITING = 4096;

    @Bean
    PublicApi publicApi(OwnAddress ownAddress, InnerCalls innerCalls) {
        return new PublicApi(client(), ownAddress::get, innerCalls, PATIENCE);
    }

    private static WebClient client() {
        HttpClient http = HttpClient.create(ConnectionProvider.builder("carte-pages")
                .maxConnections(MOST_CALLS)
                .pendingAcquireMaxCount(MOST_WAITING)
                .pendingAcquireTimeout(Duration.ofSeconds(2))
                .maxIdleTime(Duration.ofSeconds(30))
                .build()).compress(true);
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER_BYTES))
                .build();
    }

    /** By which pages say what is open and what is served. */
    @Bean
    Clock siteClock() {
        return Clock.systemUTC();
    }

    @Bean
    Assets assets() {
        return Assets.read();
    }

    @Bean
    Templates templates(
            ISpringWebFluxTemplateEngine engine,
            Assets assets,
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") URI issuer) {
        return new Templates(engine, assets, issuer);
    }

    @Bean
    LocaleContextResolver localeContextResolver() {
        return new VisitorLanguage();
    }

    /** Nobody is asked who they are; all else is for the chains behind this. */
    @Bean
    @Order(0)
    SecurityWebFilterChain openPages() {
        return new MatcherSecurityWebFilterChain(
                exchange -> SitePaths.isOpen(exchange.getRequest())
                        ? MatchResult.match()
                        : MatchResult.notMatch(),
                List.of((exchange, rest) -> rest.filter(exchange)));
    }
}
