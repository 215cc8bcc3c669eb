package carte.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void tellsWhatStartsAndHowLongItTook() {
        var out = new ByteArrayOutputStream();
        var now = new AtomicReference<>(Instant.EPOCH);
        var progress = new Progress(
                new PrintStream(out, true, StandardCharsets.UTF_8), now::get);
        Progress.Step step = progress.starting("Kafka");
        now.set(Instant.ofEpochMilli(2_340));
        step.ready();
        assertThat(out.toString(StandardCharsets.UTF_8).lines().map(String::strip))
                .containsExactly("starting   Kafka", "ready      Kafka                     2.3 s");
    }
}
