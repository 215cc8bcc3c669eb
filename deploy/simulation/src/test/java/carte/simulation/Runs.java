package carte.simulation;

/** Runs a seed, and says which one it was if something is wrong. */
final class Runs {

    private Runs() {}

    static Tally run(long seed, Protocol protocol, int steps) {
        Simulation simulation = new Simulation(seed, protocol);
        try {
            return simulation.run(steps);
        } catch (Violation violation) {
            throw new AssertionError("seed " + seed + " (replay: -Dcarte.simulation.seed=" + seed
                    + "): invariant " + violation.getMessage() + "\n  "
                    + String.join("\n  ", simulation.trace()), violation);
        }
    }
}
