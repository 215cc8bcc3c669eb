package carte.local;

import picocli.CommandLine;

/** Starts the whole suite on this machine, until it is told to stop. */
public final class Main {

    private Main() {}

    /** Takes the options that {@code --help} lists. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new RunCommand()).execute(arguments));
    }
}
