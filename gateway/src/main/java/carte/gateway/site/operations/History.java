package carte.gateway.site.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the looks of the last hour have shown: by how much things grew, and what went wrong. */
final class History {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST_FAULTS = 50;

    private final Faults rules;
    private final List<String> instances;
    private final Deque<Growth> growths = new ArrayDeque<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Map<String, Samples> lastKnown = new HashMap<>();
    private Look latest = Look.of(Instant.EPOCH, Map.of());

    /** By how much all instances together grew until a moment. */
    private record Growth(Instant until, Samples samples) {}

    /**
     * What is known now.
     *
     * @param since when the oldest of what grew was looked at
     * @param faults the newest first
     */
    record Known(List<String> instances, Look latest, Instant since, Samples grown,
            List<Fault> faults) {}

    History(Collection<String> instances, Duration bound) {
        this.rules = new Faults(bound);
        this.instances = List.copyOf(instances);
    }

    synchronized void add(Look look) {
        List<Samples> grown = new ArrayList<>();
        for (String instance : instances) {
            Samples before = lastKnown.get(instance);
            if (before != null) {
                rules.between(latest, look, instance, before).forEach(this::remember);
                grown.add(look.of(instance).only(MetricNames.COUNTED::contains).since(before));
            }
            if (look.hasHeard(instance)) {
                lastKnown.put(instance, look.of(instance));
            }
        }
        growths.addLast(new Growth(look.at(), Samples.sum(grown)));
        while (growths.getFirst().until().isBefore(look.at().minus(KEPT))) {
            growths.removeFirst();
        }
        latest = look;
    }

    private void remember(Fault fault) {
        faults.addFirst(fault);
        if (faults.size() > MOST_FAULTS) {
            faults.removeLast();
        }
    }

    synchronized Known known() {
        Instant since = growths.isEmpty() ? latest.at() : growths.getFirst().until();
        Samples grown = Samples.sum(growths.stream().map(Growth::samples).toList());
        return new Known(instances, latest, since, grown, List.copyOf(faults));
    }
}
