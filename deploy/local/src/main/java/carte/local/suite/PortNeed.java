package carte.local.suite;

import carte.embedded.FreePorts;
import java.util.List;

/**
 * A port that somebody asked for.
 *
 * @param port 0: any free one
 * @param who what listens there
 * @param option how another port is chosen
 */
record PortNeed(int port, String who, String option) {

    /** Throws {@link StartRefused} with a line for each port that is taken. */
    static void requireFree(List<PortNeed> needs) {
        List<String> taken = needs.stream()
                .filter(need -> need.port != 0 && !FreePorts.isFree(need.port))
                .map(PortNeed::complaint)
                .toList();
        if (!taken.isEmpty()) {
            throw new StartRefused(String.join("\n", taken));
        }
    }

    private String complaint() {
        return "Port " + port + " is in use, and the " + who + " needs it. Choose another with "
                + option + ".";
    }
}
