package carte.kit.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * Signs tokens as an issuer does whose key one has.
 *
 * @param issuer as the claim {@code iss} names it
 * @param key with its private part
 */
public record TokenSigner(String issuer, RSAKey key) {

    private static final long LIFETIME_SECONDS = 3_600;

    /** Returns a token of an operator's. */
    public String operator() {
        return sign(claims("operator").claim("roles", List.of("operator")).build());
    }

    /** Returns a token for these restaurants; the first one is its name. */
    public String restaurants(String... ids) {
        return sign(claims(ids[0]).claim("restaurants", List.of(ids)).build());
    }

    /** Returns claims that are valid and allow nothing. */
    public JWTClaimsSet.Builder claims(String subject) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience("carte")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(LIFETIME_SECONDS)));
    }

    /** Signs with RS256 (RFC 7518). */
    public String sign(JWTClaimsSet claims) {
        try {
            return sign(claims, JWSAlgorithm.RS256, new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
