package carte.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The load generator {@code wrk}.
 *
 * @param core on which it runs
 * @param headers that each request has, such as {@code Accept-Encoding: gzip}
 */
record Wrk(int core, List<String> headers) {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern FAULTS = Pattern.compile("(?m)^.*(Non-2xx|Socket errors).*$");

    /** What came of a run. */
    record Result(double perSecond, double p99Millis) {}

    void warmUp(URI address) throws IOException {
        run(address, 15);
    }

    Result measure(URI address) throws IOException {
        return parse(run(address, 5));
    }

    private String run(URI address, int seconds) throws IOException {
        List<String> command = new ArrayList<>(List.of("taskset", "--cpu-list",
                Integer.toString(core), "wrk", "--threads", "1", "--connections", "32",
                "--latency", "--duration", seconds + "s"));
        headers.forEach(header -> command.addAll(List.of("--header", header)));
        command.add(address.toString());
        return Command.run(command);
    }

    /** Throws {@link IllegalStateException} if not every answer was a good one. */
    static Result parse(String output) {
        Matcher faults = FAULTS.matcher(output);
        if (faults.find()) {
            throw new IllegalStateException("not every request was answered: " + faults.group());
        }
        Matcher p99 = find(P99, output);
        double unit = switch (p99.group(2)) {
            case "us" -> 0.001;
            case "ms" -> 1;
            default -> 1_000;
        };
        return new Result(Double.parseDouble(find(RATE, output).group(1)),
                Double.parseDouble(p99.group(1)) * unit);
    }

    private static Matcher find(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk did not say its figures: " + output);
        }
        return matcher;
    }
}
