package carte.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void neverGivesTheSamePortTwice() {
        assertThat(Stream.generate(FreePorts::any).limit(50)).doesNotHaveDuplicates();
    }

    @Test
    void givesNoOtherProcessWhatItHasGiven() throws IOException {
        assertThat(inAnotherProcess(FreePorts.any())).isEqualTo("false");
        assertThat(inAnotherProcess(1)).isEqualTo("true");
    }

    private static String inAnotherProcess(int port) throws IOException {
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Taker.class.getName(),
                Integer.toString(port)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var lines = process.inputReader()) {
            return lines.readLine();
        }
    }

    /** Another process: says whether it could take a port. */
    static final class Taker {

        private Taker() {}

        public static void main(String[] arguments) {
            System.out.println(FreePorts.take(Integer.parseInt(arguments[0])));
        }
    }
}
