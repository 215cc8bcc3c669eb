package carte.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    private static final ProcessHandle SELF = ProcessHandle.current();

    @Test
    void tellsTheProgramAndItsArguments() {
        assertThat(CommandLine.of(SELF)).contains("java").contains("--enable-native-access");
    }

    @Test
    void isTheSameBySystemWithoutProc() throws IOException {
        assertThat(CommandLine.fromPs(SELF.pid())).isEqualTo(CommandLine.of(SELF));
    }
}
