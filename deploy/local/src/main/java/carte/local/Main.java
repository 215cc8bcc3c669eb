package carte.local;

import picocli.CommandLine;

/** Starts the whole suite on this machine, until it is told to stop. */
public final class Main {

    private Main() {}

    /** Takes the options that {@code --help} lists. */
    public static void main(String[] arguments) {
        // The console shows progress; of the log it shows only what is wrong.
        System.setProperty("carte.log.level", "WARN");
        System.setProperty("carte.log.pattern", "  note       %msg%n");
        System.exit(new CommandLine(new RunCommand()).execute(arguments));
    }
}
