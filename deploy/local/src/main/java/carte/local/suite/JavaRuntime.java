package carte.local.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java that runs the services: the one that runs the launcher. */
final class JavaRuntime {

    /** The first compiler alone: half the work until a program is up, less speed later. */
    static final List<String> SOON_UP = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** All that the first compiler gives up. */
    private static final List<String> FAST = List.of("-XX:+UseSerialGC");

    private static final List<String> QUIET = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+EnableDynamicAgentLoading");

    private JavaRuntime() {}

    static Path executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Returns a command line for a small program that should be up soon. */
    static List<String> command(String heap) {
        return command(heap, SOON_UP);
    }

    /** Returns a command line for a program that should be fast once it has run for a while. */
    static List<String> fastCommand(String heap) {
        return command(heap, FAST);
    }

    private static List<String> command(String heap, List<String> options) {
        var command = new ArrayList<String>();
        command.add(executable().toString());
        command.addAll(QUIET);
        command.addAll(options);
        command.add("-Xmx" + heap);
        return command;
    }
}
