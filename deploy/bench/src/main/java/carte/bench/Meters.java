package carte.bench;

import carte.local.suite.ServiceInstance;
import java.nio.charset.StandardCharsets;

/** What a service tells of itself (Prometheus text format). */
record Meters(PublicApi api, ServiceInstance instance) {

    /** Returns the sum of all series of a meter whose line begins so. */
    double sum(String start) {
        String text = new String(
                api.get(instance.metrics()).body(),
                StandardCharsets.UTF_8);
        double[] values = text.lines().filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .toArray();
        if (values.length == 0) {
            throw new IllegalStateException(instance.name() + " has no meter " + start);
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
