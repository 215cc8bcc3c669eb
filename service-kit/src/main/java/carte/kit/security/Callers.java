package carte.kit.security;

import carte.kit.problem.ProblemException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;

/** Tells whom a token names, for calls that are open to others too. */
public final class Callers {

    private final ReactiveAuthenticationManager verification;

    Callers(ReactiveAuthenticationManager verification) {
        this.verification = verification;
    }

    /**
     * Returns whom a bearer token names, or nothing if it is not a valid one of the issuer's.
     *
     * @throws ProblemException through the result: {@code unavailable} where that cannot be told
     */
    public Mono<Caller> of(String token) {
        return verification.authenticate(new BearerTokenAuthenticationToken(token))
                .ofType(VerifiedCaller.class)
                .map(VerifiedCaller::caller)
                .onErrorResume(InvalidBearerTokenException.class, _ -> Mono.empty());
    }
}
