package carte.gateway.site.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {

    private static final Properties ENGLISH = read("/messages/operations.properties");
    private static final Properties FRENCH = read("/messages/operations_fr.properties");

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void everyFaultHasItsSentence(FaultKind kind) {
        assertThat(ENGLISH).containsKey("operations.fault." + kind.key());
    }

    @Test
    void bothLanguagesSayTheSame() {
        assertThat(FRENCH.keySet()).isEqualTo(ENGLISH.keySet());
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(Objects.requireNonNull(
                MessagesTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
