package carte.gateway.site.console;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.Availability;
import carte.contracts.order.OrderState;
import carte.kit.problem.ProblemType;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The console's words in all languages. */
class MessagesTest {

    private static final Path CODE = Path.of("src/main/java/carte/gateway/site");
    private static final Pattern LITERAL = Pattern.compile("\"(console\\.[A-Za-z.-]+)\"");
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

    /** What the code says by name is there; where it makes the name, some are. */
    @Test
    void whatTheCodeSaysIsThere() throws IOException {
        Set<String> keys = bundle("").stringPropertyNames();
        Set<String> asked = new HashSet<>();
        try (Stream<Path> sources = Files.walk(CODE)) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                LITERAL.matcher(Files.readString(source)).results()
                        .forEach(found -> asked.add(found.group(1)));
            }
        }
        assertThat(asked).hasSizeGreaterThan(30).allSatisfy(key -> assertThat(keys).anyMatch(
                each -> key.endsWith(".")
                        ? each.startsWith(key)
                        : each.equals(key) || each.equals(key + ".title")));
    }

    @Test
    void whatHasManyNamesHasThemAll() throws IOException {
        assertThat(bundle("").stringPropertyNames())
                .containsAll(named("console.notice.", Notice.DONE.stream()))
                .containsAll(Arrays.stream(ProblemType.values()).map(Refusal::message).toList())
                .containsAll(named("console.field.", Refusal.FIELDS.stream()))
                .containsAll(named("console.tab.", Arrays.stream(Frame.Page.values())
                        .map(Enum::name)))
                .containsAll(named("console.status.", Arrays.stream(Availability.Status.values())
                        .map(Enum::name)))
                .containsAll(named("console.order.to.", Arrays.stream(OrderState.values())
                        .flatMap(state -> state.next().stream()).map(Enum::name)))
                .containsAll(named("console.order.state.", Arrays.stream(OrderState.values())
                        .filter(OrderState::isOpen).map(Enum::name)))
                .containsAll(named("console.diff.", Stream.of(
                        "added", "removed", "moved", "changed")))
                .containsAll(named("console.diff.what.", Stream.of(
                        "menu", "section", "item", "modifier-group", "option")))
                .containsAll(named("console.login.", Stream.of("failed.title", "ended.title",
                        "left.title", "welcome.title", "welcome.text")));
    }

    private static List<String> named(String prefix, Stream<String> names) {
        return names.map(name -> prefix + (name.equals(name.toUpperCase(Locale.ROOT))
                ? name.toLowerCase(Locale.ROOT).replace('_', '-')
                : name)).toList();
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
