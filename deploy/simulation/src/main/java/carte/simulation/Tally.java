package carte.simulation;

import java.util.Locale;

/** What happened in a simulation, to show that it was not idle. */
final class Tally {

    long steps;
    long edge;
    long redis;
    long primary;
    long refused;
    long versions;
    long faults;
    long calmReads;
    long calmNewest;
    long worst;
    long hash;

    void add(Tally other) {
        steps += other.steps;
        edge += other.edge;
        redis += other.redis;
        primary += other.primary;
        refused += other.refused;
        versions += other.versions;
        faults += other.faults;
        worst = Math.max(worst, other.worst);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d steps, %,d versions written, %,d faults; answered"
                + " from the gateway %,d, from Redis %,d, from the primary %,d, refused %,d;"
                + " the oldest answer was outdated for %,d ms",
                steps, versions, faults, edge, redis, primary, refused, Math.max(0, worst) / 1000);
    }
}
