package carte.bench;

import carte.local.console.Progress;
import carte.local.suite.LocalSuite;
import carte.local.suite.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: starts the suite, takes the measurements one by one, prints and writes. */
@Command(name = BenchCommand.NAME, abbreviateSynopsis = true, sortOptions = false, description = """

        Starts the whole suite on this machine, small but as it would run in
        production, and measures it. Takes about ten minutes; nothing else should
        run meanwhile.
        """)
final class BenchCommand implements Callable<Integer> {

    static final String NAME = "deploy/bench/run";

    private static final int MOST_RESTAURANTS = 100_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = """
            Takes just these measurements: ${COMPLETION-CANDIDATES}.
            RESULTS.md is written by all together only.""")
    private List<Measurement> only = new ArrayList<>();

    @Option(names = "--restaurants", paramLabel = "N", defaultValue = "2000", description = """
            How many generated restaurants there are;
            ${DEFAULT-VALUE} by default.""")
    private int restaurants;

    @Option(names = "--data", paramLabel = "DIR", description = """
            Where data and logs are kept; deploy/bench/target/suite
            in the checkout by default.""")
    private Path data = here().resolve("target/suite");

    static CommandLine line() {
        return new CommandLine(new BenchCommand());
    }

    @Override
    public Integer call() throws IOException {
        if (restaurants < Restaurants.FEWEST || restaurants > MOST_RESTAURANTS) {
            throw new ParameterException(spec.commandLine(), "--restaurants must be between "
                    + Restaurants.FEWEST + " and " + MOST_RESTAURANTS + ", not " + restaurants);
        }
        var progress = new Progress(System.out, InstantSource.system());
        List<Table> tables = measure(progress);
        tables.forEach(table -> progress.say("\n" + table.markdown()));
        if (only.isEmpty()) {
            Files.writeString(here().resolve("RESULTS.md"), Report.of(tables, restaurants));
        }
        return 0;
    }

    private List<Table> measure(Progress progress) throws IOException {
        List<Measurement> wanted = only.isEmpty() ? List.of(Measurement.values()) : only;
        List<Table> tables = new ArrayList<>();
        progress.say("Data and logs: " + data);
        try (LocalSuite suite = LocalSuite.builder()
                .data(data)
                .fresh(true)
                .jaeger(false)
                .pace(Pace.FAST)
                .generated(restaurants)
                .progress(progress)
                .start()) {
            var bench = new Bench(suite, new Restaurants(restaurants), progress, data);
            for (Measurement measurement : wanted) {
                progress.say("");
                progress.line("measuring", measurement.title());
                tables.add(measurement.take(bench));
            }
        }
        return tables;
    }

    private static Path here() {
        return Path.of(System.getProperty("carte.home", "")).resolve("deploy/bench");
    }
}
