package carte.kit.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/** The ways in which a token can be wrong; each token names an operator. */
public enum Forgery {
    EXPIRED {
        @Override
        public String made(TokenSigner signer) {
            return signer.sign(new JWTClaimsSet.Builder(operator(signer))
                    .issueTime(Date.from(Instant.now().minusSeconds(3_660)))
                    .expirationTime(Date.from(Instant.now().minusSeconds(60))).build());
        }
    },
    WITHOUT_END {
        @Override
        public String made(TokenSigner signer) {
            return signer.sign(new JWTClaimsSet.Builder(operator(signer))
                    .expirationTime(null).build());
        }
    },
    NOT_YET_VALID {
        @Override
        public String made(TokenSigner signer) {
            return signer.sign(new JWTClaimsSet.Builder(operator(signer))
                    .notBeforeTime(Date.from(Instant.now().plusSeconds(600))).build());
        }
    },
    UNSIGNED {
        @Override
        public String made(TokenSigner signer) {
            return new PlainJWT(operator(signer)).serialize();
        }
    },
    SIGNATURE_CUT_OFF {
        @Override
        public String made(TokenSigner signer) {
            String token = signer.operator();
            return token.substring(0, token.lastIndexOf('.') + 1);
        }
    },
    OTHER_KEY_OF_THE_SAME_NAME {
        @Override
        public String made(TokenSigner signer) {
            String name = signer.key().getKeyID();
            return new TokenSigner(signer.issuer(), newKey(name)).operator();
        }
    },
    UNKNOWN_KEY {
        @Override
        public String made(TokenSigner signer) {
            return new TokenSigner(signer.issuer(), newKey("unknown")).operator();
        }
    },
    PUBLIC_KEY_AS_SECRET {
        @Override
        public String made(TokenSigner signer) {
            try {
                byte[] secret = signer.key().toRSAPublicKey().getEncoded();
                return signer.sign(operator(signer), JWSAlgorithm.HS256, new MACSigner(secret));
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
    },
    TAMPERED {
        @Override
        public String made(TokenSigner signer) {
            String[] parts = signer.sign(signer.claims("guest").build()).split("\\.", -1);
            byte[] claims = operator(signer).toString().getBytes(StandardCharsets.UTF_8);
            String other = Base64.getUrlEncoder().withoutPadding().encodeToString(claims);
            return parts[0] + "." + other + "." + parts[2];
        }
    },
    OTHER_ISSUER {
        @Override
        public String made(TokenSigner signer) {
            return signer.sign(new JWTClaimsSet.Builder(operator(signer))
                    .issuer("http://localhost:1/elsewhere").build());
        }
    },
    OTHER_AUDIENCE {
        @Override
        public String made(TokenSigner signer) {
            return signer.sign(new JWTClaimsSet.Builder(operator(signer))
                    .audience("carte-console").build());
        }
    },
    NO_TOKEN_AT_ALL {
        @Override
        public String made(TokenSigner signer) {
            return "let-me-in";
        }
    };

    /** Returns a token that is wrong in this way. */
    public abstract String made(TokenSigner signer);

    static RSAKey newKey(String name) {
        try {
            return new RSAKeyGenerator(2_048).keyID(name).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet operator(TokenSigner signer) {
        return signer.claims("operator").claim("roles", List.of("operator")).build();
    }
}
