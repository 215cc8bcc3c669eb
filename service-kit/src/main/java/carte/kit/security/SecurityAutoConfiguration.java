package carte.kit.security;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.reactive.ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Has every call judged by {@link AccessRule}, and lets handlers ask who calls them. */
@AutoConfiguration(before = ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration.class)
@ConditionalOnClass({ReactiveJwtDecoder.class,
        ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration.class})
class SecurityAutoConfiguration {

    private static final Duration SKEW = Duration.ofSeconds(10);

    @Bean
    WebFluxConfigurer callerArguments() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new CallerArguments());
            }
        };
    }

    @Bean
    Callers callers(ReactiveJwtDecoder decoder) {
        return new Callers(new TokenVerification(decoder));
    }

    /** Calls that need no token pass beside the chain, whatever their headers say. */
    @Bean
    SecurityWebFilterChain accessRule(
            ServerHttpSecurity http,
            ReactiveJwtDecoder decoder,
            ObjectProvider<DispatcherHandler> dispatcher) {
        Refusals refusals = new Refusals(dispatcher::getObject);
        return http
                .securityMatcher(
                        exchange -> decision(exchange, null) instanceof AccessDecision.Allowed
                                ? MatchResult.notMatch()
                                : MatchResult.match())
                .oauth2ResourceServer(tokens -> tokens
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .jwt(jwt -> jwt.authenticationManager(new TokenVerification(decoder))))
                .exceptionHandling(answers -> answers
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .authorizeExchange(calls -> calls.anyExchange()
                        .access((caller, context) -> judge(caller, context.getExchange())))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .build();
    }

    /** Stricter than Spring's own: tokens end, and soon after the time they say. */
    @Bean
    OAuth2TokenValidator<Jwt> lifetime() {
        JwtTimestampValidator validator = new JwtTimestampValidator(SKEW);
        validator.setAllowEmptyExpiryClaim(false);
        return validator;
    }

    /** The rule is strict by itself: it knows paths as they are sent, and nothing else is open. */
    @Bean
    ServerWebExchangeFirewall firewall() {
        return ServerWebExchangeFirewall.INSECURE_NOOP;
    }

    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    private static Mono<AuthorizationResult> judge(
            Mono<Authentication> authentication, ServerWebExchange exchange) {
        return authentication.ofType(VerifiedCaller.class)
                .map(VerifiedCaller::caller)
                .map(caller -> decision(exchange, caller))
                .defaultIfEmpty(AccessDecision.TOKEN_NEEDED)
                .flatMap(decision -> switch (decision) {
                    case AccessDecision.Allowed _ -> Mono.just(new AuthorizationDecision(true));
                    case AccessDecision.TokenNeeded _ ->
                        Mono.just(new AuthorizationDecision(false));
                    case AccessDecision.Forbidden(String why) ->
                        Mono.error(new AccessDeniedException(why));
                });
    }

    private static AccessDecision decision(ServerWebExchange exchange, @Nullable Caller caller) {
        return AccessRule.decide(exchange.getRequest().getMethod(),
                exchange.getRequest().getPath().pathWithinApplication().value(), caller);
    }
}
