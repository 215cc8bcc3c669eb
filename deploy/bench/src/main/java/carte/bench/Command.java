package carte.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A command of the machine that is run to its end. */
final class Command {

    private Command() {}

    /**
     * Returns what it prints.
     *
     * @throws IllegalStateException if it fails; its message says with what
     */
    static String run(List<String> command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new IllegalStateException(command.getFirst()
                    + " is needed on the path (Debian: apt-get install nginx-light wrk util-linux)",
                    e);
        }
        String output = new String(
                process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + output);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + command.getFirst(), e);
        }
        return output;
    }
}
