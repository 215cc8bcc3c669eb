package carte.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every text is there in each language, and takes the same values. */
class BundlesTest {

    private static final Pattern VALUE = Pattern.compile("\\{\\d}");

    @Test
    void frenchHasWhatEnglishHas() {
        Properties english = read("/messages/site.properties");
        Properties french = read("/messages/site_fr.properties");
        assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key -> assertThat(
                values(french.getProperty(key))).as(key)
                .isEqualTo(values(english.getProperty(key))));
    }

    /** With an apostrophe of the keyboard, a text that takes values loses some of them. */
    @Test
    void apostrophesAreTypographic() {
        assertThat(read("/messages/site.properties").values()).noneMatch(
                text -> text.toString().contains("'"));
        assertThat(read("/messages/site_fr.properties").values()).noneMatch(
                text -> text.toString().contains("'"));
    }

    private static List<String> values(String text) {
        return VALUE.matcher(text).results().map(found -> found.group()).sorted().toList();
    }

    private static Properties read(String path) {
        try (InputStream in = Objects.requireNonNull(
                BundlesTest.class.getResourceAsStream(path))) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
