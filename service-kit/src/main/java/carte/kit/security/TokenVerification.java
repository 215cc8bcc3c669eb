package carte.kit.security;

import carte.kit.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;

/** Turns a bearer token into a caller: 401 if it is wrong, 503 if that cannot be told. */
final class TokenVerification implements ReactiveAuthenticationManager {

    private static final Logger LOG = LoggerFactory.getLogger(TokenVerification.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ReactiveJwtDecoder decoder;

    TokenVerification(ReactiveJwtDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public Mono<Authentication> authenticate(Authentication authentication) {
        return authentication instanceof BearerTokenAuthenticationToken bearer
                ? verify(bearer.getToken())
                : Mono.empty();
    }

    private Mono<Authentication> verify(String token) {
        return decoder.decode(token)
                .timeout(PATIENCE)
                .onErrorMap(TokenVerification::failure)
                .map(TokenVerification::caller);
    }

    private static Authentication caller(Jwt token) {
        return CallerClaims.read(token.getClaims())
                .map(VerifiedCaller::new)
                .orElseThrow(() -> new InvalidBearerTokenException("the token names nobody"));
    }

    private static Throwable failure(Throwable error) {
        return switch (error) {
            case JwtValidationException e -> new InvalidBearerTokenException(faults(e));
            case BadJwtException _ -> new InvalidBearerTokenException(
                    "the token was not signed by the issuer that is trusted here");
            default -> unavailable(error);
        };
    }

    private static String faults(JwtValidationException error) {
        return error.getErrors().stream()
                .map(fault -> fault.getDescription())
                .filter(fault -> fault != null && !fault.isBlank())
                .findFirst()
                .orElse("the token is not valid here");
    }

    private static ProblemException unavailable(Throwable error) {
        LOG.warn("a token could not be verified: {}", error instanceof TimeoutException
                ? "the issuer did not answer in time"
                : String.valueOf(error.getMessage()));
        return ProblemException.unavailable(
                "tokens cannot be verified right now: their issuer gives no keys", RETRY_AFTER,
                error);
    }
}
