package carte.kit.json;

import carte.kit.problem.Fault;
import carte.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The faults of one body: all are counted, the first hundred are told. */
public final class Faults {

    private static final int MOST_TOLD = 100;

    private final List<Fault> told = new ArrayList<>();
    private final UnaryOperator<Fault> placing;
    private int count;

    /** Begins without faults. */
    public Faults() {
        this(UnaryOperator.identity());
    }

    /** Begins without faults; each will be told as {@code placing} says. */
    public Faults(UnaryOperator<Fault> placing) {
        this.placing = placing;
    }

    /** Notes a fault at a place of the body that is read. */
    public void add(String pointer, String detail) {
        addPlaced(() -> placing.apply(new Fault(pointer, detail)));
    }

    /** Notes a fault that is told as it is. */
    public void add(Fault placed) {
        addPlaced(() -> placed);
    }

    /** Ends the reading if anything was wrong. */
    public void throwIfAny() {
        if (count > 0) {
            throw ProblemException.invalid(told, count);
        }
    }

    private void addPlaced(Supplier<Fault> fault) {
        count++;
        if (told.size() < MOST_TOLD) {
            told.add(fault.get());
        }
    }
}
