package carte.order.access;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the tokens their secret: the configured one, or the one that the database keeps. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class AccessConfiguration {

    @Bean
    AccessTokens accessTokens(AccessSettings settings, DataSource database) throws SQLException {
        String secret = settings.tokenSecret();
        return new AccessTokens(secret == null
                ? new GeneratedSecret(database).get()
                : secret.getBytes(StandardCharsets.UTF_8));
    }
}
