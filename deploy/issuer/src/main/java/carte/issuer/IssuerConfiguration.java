package carte.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.text.ParseException;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Who there is, who may ask for tokens, and what they say. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IssuerSettings.class)
class IssuerConfiguration {

    private static final String AUDIENCE = "carte";

    @Bean
    RegisteredClientRepository clients(IssuerSettings settings) {
        return new DemoClients(settings);
    }

    @Bean
    UserDetailsService users(IssuerSettings settings) {
        return name -> {
            if (!DemoPeople.has(name)) {
                throw new UsernameNotFoundException("there is nobody of that name");
            }
            return User.withUsername(name).password(settings.secret()).build();
        };
    }

    @Bean
    PasswordEncoder passwords() {
        return new PlainSecret();
    }

    @Bean
    JWKSource<SecurityContext> keys(IssuerSettings settings)
            throws IOException, ParseException, JOSEException {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(settings.keyFile())));
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return context -> context.getClaims().claims(claims -> {
            if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                claims.put("aud", List.of(AUDIENCE));
            }
            // With the name of a user who has logged in, or of a client.
            claims.putAll(DemoPeople.claims(String.valueOf(claims.get("sub"))));
        });
    }
}
