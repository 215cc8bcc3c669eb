package carte.gateway.site.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The console's words in all languages. */
class MessagesTest {

    private static final Pattern KEY = Pattern.compile("#\\{(console\\.[a-z.-]+)[(}]");

    @Test
    void everyLanguageSaysTheSameThings() throws IOException {
        Properties english = bundle("");
        Properties french = bundle("_fr");

        assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        english.stringPropertyNames().forEach(key -> {
            MessageFormat one = new MessageFormat(english.getProperty(key));
            MessageFormat other = new MessageFormat(french.getProperty(key));
            assertThat(other.getFormatsByArgumentIndex().length).as(key)
                    .isEqualTo(one.getFormatsByArgumentIndex().length);
        });
    }

    @Test
    void whatTemplatesSayIsThere() throws IOException {
        Set<String> asked = new HashSet<>();
        for (Resource template : new PathMatchingResourcePatternResolver()
                .getResources("classpath:templates/console/*.html")) {
            Matcher key = KEY.matcher(template.getContentAsString(StandardCharsets.UTF_8));
            while (key.find()) {
                asked.add(key.group(1));
            }
        }
        assertThat(asked).hasSizeGreaterThan(100);
        assertThat(bundle("").stringPropertyNames()).containsAll(asked);
    }

    private static Properties bundle(String language) throws IOException {
        Properties bundle = new Properties();
        try (Reader in = new InputStreamReader(Objects.requireNonNull(MessagesTest.class
                .getResourceAsStream("/messages/console" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            bundle.load(in);
        }
        return bundle;
    }
}
