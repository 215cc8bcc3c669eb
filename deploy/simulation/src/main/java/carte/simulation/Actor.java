package carte.simulation;

/**
 * A process as a chain of atomic actions, each of which says what comes next. It may be frozen
 * between any two of them for any time.
 */
abstract class Actor {

    private static final int FREEZES_ONE_IN = 4_000;
    private static final long LONGEST_FREEZE = 12_000_000;

    final World world;
    final String name;
    private Runnable next;
    private long idleUntil;
    private long frozenUntil;

    Actor(World world, String name) {
        this.world = world;
        this.name = name;
        this.next = this::begin;
        world.add(this);
    }

    /** The first action, and the one after a crash. */
    abstract void begin();

    final void step(long now) {
        if (now < frozenUntil || now < idleUntil) {
            return;
        }
        if (world.fault(freezesOneIn())) {
            frozenUntil = now + world.upTo(LONGEST_FREEZE);
            return;
        }
        next.run();
    }

    /** Returns how seldom it is frozen, in steps. */
    int freezesOneIn() {
        return FREEZES_ONE_IN;
    }

    final void then(Runnable action) {
        next = action;
    }

    final void thenAfter(long micros, Runnable action) {
        idleUntil = world.now() + micros;
        next = action;
    }

    final void freezeFor(long micros) {
        frozenUntil = world.now() + micros;
    }

    final void thaw() {
        frozenUntil = 0;
    }

    /** Tells for how long it has not been able to do anything. */
    final boolean isFrozenFor(long micros) {
        return frozenUntil - world.now() > micros;
    }
}
