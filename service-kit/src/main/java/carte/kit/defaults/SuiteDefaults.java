package carte.kit.defaults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Adds the settings of {@code carte-defaults.properties}, which everything else overrides. */
final class SuiteDefaults implements EnvironmentPostProcessor {

    private static final String RESOURCE = "carte/kit/defaults/carte-defaults.properties";

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        try {
            Properties defaults = PropertiesLoaderUtils
                    .loadProperties(new ClassPathResource(RESOURCE));
            environment.getPropertySources()
                    .addLast(new PropertiesPropertySource("carte-defaults", defaults));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
