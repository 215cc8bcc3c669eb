package carte.bench;

/** Measures the whole suite on this machine. */
public final class Main {

    private Main() {}

    /** Takes the options that {@code --help} lists. */
    public static void main(String[] arguments) {
        System.setProperty("carte.log.level", "WARN");
        System.exit(BenchCommand.line().execute(arguments));
    }
}
