package carte.gateway.site.login;

import carte.gateway.limit.RateLimit;
import carte.gateway.site.PartErrors;
import carte.gateway.site.Templates;
import carte.kit.security.Callers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.web.DefaultReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.session.WebSessionManager;
import reactor.core.publisher.Mono;

/** Has people log in at the issuer (OpenID Connect, authorization code with PKCE). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LoginSettings.class)
class LoginConfiguration {

    @Bean
    WebSessionManager webSessionManager(
            ReactiveRedisConnectionFactory connections, LoginSettings settings) {
        return new Sessions(connections, settings);
    }

    @Bean
    IssuerRegistration issuerRegistration(LoginSettings settings,
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer) {
        return new IssuerRegistration(settings, issuer, WebClient.create());
    }

    @Bean
    ServerOAuth2AuthorizedClientRepository authorizedClients() {
        return new WebSessionServerOAuth2AuthorizedClientRepository();
    }

    @Bean
    WebFluxConfigurer adminArguments() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new AdminArguments());
            }
        };
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityWebFilterChain consoleLogin(
            ServerHttpSecurity http,
            IssuerRegistration registration,
            ServerOAuth2AuthorizedClientRepository clients,
            Callers callers,
            Templates templates,
            PartErrors parts,
            RateLimit rateLimit,
            LoginSettings settings) {
        var contexts = new WebSessionServerSecurityContextRepository();
        var wanted = new WantedPage(settings.isSecure());
        Strangers strangers = new Strangers(wanted, rateLimit);
        ServerAccessDeniedHandler denied = (exchange, _) -> PartErrors
                .isPart(exchange.getRequest())
                        ? parts.send(HttpStatus.FORBIDDEN, "console.denied", exchange)
                        : templates.send(
                                HttpStatus.FORBIDDEN, "console/denied", Map.of(), exchange);
        return http
                .securityMatcher(ConsolePaths.all())
                .addFilterAt(new Doorstep(rateLimit), SecurityWebFiltersOrder.FIRST)
                .addFilterBefore(new Admission(contexts, manager(registration, clients), callers,
                        strangers, Clock.systemUTC()), SecurityWebFiltersOrder.CSRF)
                .addFilterAfter(new Turnstile(rateLimit), SecurityWebFiltersOrder.AUTHORIZATION)
                .csrf(csrf -> csrf.csrfTokenRequestHandler(csrfInForms())
                        .accessDeniedHandler(denied))
                .securityContextRepository(contexts)
                .requestCache(cache -> cache.requestCache(wanted))
                .authorizeExchange(calls -> calls
                        .pathMatchers(ConsolePaths.ADMIN, ConsolePaths.ADMIN + "/**")
                        .authenticated()
                        .anyExchange().permitAll())
                .oauth2Login(login -> login
                        .clientRegistrationRepository(registration)
                        .authorizedClientRepository(clients)
                        .authenticationSuccessHandler(arrival(wanted, settings.idle()))
                        .authenticationFailureHandler(
                                new RedirectServerAuthenticationFailureHandler(
                                        ConsolePaths.LOGIN + "?failed")))
                .logout(logout -> logout
                        .requiresLogout(ServerWebExchangeMatchers.pathMatchers(
                                HttpMethod.POST, ConsolePaths.LOGOUT))
                        .logoutSuccessHandler(new Leaving(registration, settings)))
                .exceptionHandling(answers -> answers
                        .authenticationEntryPoint(strangers)
                        .accessDeniedHandler(denied))
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .build();
    }

    private static DefaultReactiveOAuth2AuthorizedClientManager manager(
            IssuerRegistration registration, ServerOAuth2AuthorizedClientRepository clients) {
        var manager = new DefaultReactiveOAuth2AuthorizedClientManager(registration, clients);
        manager.setAuthorizedClientProvider(
                ReactiveOAuth2AuthorizedClientProviderBuilder.builder().refreshToken().build());
        return manager;
    }

    /** Files are uploaded by forms, too. */
    private static XorServerCsrfTokenRequestAttributeHandler csrfInForms() {
        var handler = new XorServerCsrfTokenRequestAttributeHandler();
        handler.setTokenFromMultipartDataEnabled(true);
        return handler;
    }

    /** From now on the session may be idle for as long as those of people are. */
    private static ServerAuthenticationSuccessHandler arrival(WantedPage wanted, Duration idle) {
        var redirect = new RedirectServerAuthenticationSuccessHandler(ConsolePaths.ADMIN);
        redirect.setRequestCache(wanted);
        return (exchange, login) -> exchange.getExchange().getSession()
                .doOnNext(session -> session.setMaxIdleTime(idle))
                .then(Mono.defer(() -> redirect.onAuthenticationSuccess(exchange, login)));
    }
}
