package carte.local;

import carte.local.console.Progress;
import carte.local.data.DataDirectory.DataRefused;
import carte.local.demo.DemoNotLoaded;
import carte.local.suite.LocalSuite;
import carte.local.suite.StartRefused;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: reads the options, starts the suite, says what to try, waits. */
@Command(name = RunCommand.NAME, abbreviateSynopsis = true, sortOptions = false, description = """

        Starts the whole of Carte on this machine: PostgreSQL, Redis, Kafka, a trace
        viewer, an issuer of tokens and the four services. Needs no Docker. Builds
        first what is missing.
        Ctrl-C stops everything; the data stay for the next start.
        """)
final class RunCommand implements Callable<Integer> {

    static final String NAME = "deploy/local/run";

    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_RESTAURANTS = 1_000_000;
    private static final int FAILED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", description = """
            Port of the gateway, the public address;
            ${DEFAULT-VALUE} by default, 0 takes any free one.""")
    private int port;

    @Option(names = "--trace-port", paramLabel = "PORT", defaultValue = "9411", description = """
            Port of the trace viewer; ${DEFAULT-VALUE} by default,
            0 takes any free one.""")
    private int tracePort;

    @Option(names = "--issuer-port", paramLabel = "PORT", defaultValue = "9000", description = """
            Port of the issuer of tokens; ${DEFAULT-VALUE} by default,
            0 takes any free one. Tokens name it: those of
            another port are not taken.""")
    private int issuerPort;

    @Option(names = "--data", paramLabel = "DIR", description = """
            Where data and logs are kept; .carte in the
            checkout by default.""")
    private Path data = home().resolve(".carte");

    @Option(names = "--fresh", description = "Forgets the data of earlier runs first.")
    private boolean fresh;

    @Option(names = "--restaurants", paramLabel = "N", defaultValue = "0", description = """
            Adds N generated restaurants, shaped like real
            ones, to the 50 of the demo.""")
    private int restaurants;

    /** Returns the checkout, as the script names it. */
    static Path home() {
        return Path.of(System.getProperty("carte.home", "")).toAbsolutePath().normalize();
    }

    /** Returns the command line, which answers wrong options with one sentence. */
    static CommandLine line() {
        return new CommandLine(new RunCommand())
                .setParameterExceptionHandler((wrong, arguments) -> {
                    PrintWriter err = wrong.getCommandLine().getErr();
                    err.println(wrong.getMessage() + ".");
                    err.println("All options: " + NAME + " --help");
                    return wrong.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
                });
    }

    @Override
    public Integer call() {
        checkOptions();
        var progress = new Progress(System.out, InstantSource.system());
        Instant begin = Instant.now();
        try {
            // Not closed here: the end of the JVM closes it, however that comes.
            LocalSuite suite = suite(progress);
            new Welcome(suite).print(progress, Duration.between(begin, Instant.now()));
            new CountDownLatch(1).await();
            return 0;
        } catch (StartRefused | DataRefused | DemoNotLoaded e) {
            spec.commandLine().getErr().println("\n" + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private LocalSuite suite(Progress progress) {
        progress.say("Starting Carte. Data and logs: " + data);
        progress.say("");
        return LocalSuite.builder()
                .data(data)
                .gatewayPort(port)
                .tracePort(tracePort)
                .issuerPort(issuerPort)
                .fresh(fresh)
                .demo(true)
                .generated(restaurants)
                .progress(progress)
                .start();
    }

    private void checkOptions() {
        requireBetween("--port", port, 0, HIGHEST_PORT);
        requireBetween("--trace-port", tracePort, 0, HIGHEST_PORT);
        requireBetween("--issuer-port", issuerPort, 0, HIGHEST_PORT);
        requireBetween("--restaurants", restaurants, 0, MOST_RESTAURANTS);
        requireDifferent("--port", port, "--trace-port", tracePort);
        requireDifferent("--port", port, "--issuer-port", issuerPort);
        requireDifferent("--trace-port", tracePort, "--issuer-port", issuerPort);
    }

    private void requireDifferent(String option, int one, String otherOption, int other) {
        if (one != 0 && one == other) {
            throw new ParameterException(spec.commandLine(),
                    option + " and " + otherOption + " must not be the same");
        }
    }

    private void requireBetween(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(spec.commandLine(), option + " must be between " + least
                    + " and " + most + ", not " + value);
        }
    }
}
