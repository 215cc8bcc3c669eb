package carte.kit.json;

import carte.kit.problem.Fault;
import java.util.ArrayList;
import java.util.List;

/** The faults of one body: all are counted, the first hundred are told. */
final class Faults {

    private static final int MOST_TOLD = 100;

    private final List<Fault> told = new ArrayList<>();
    private int count;

    void add(String pointer, String detail) {
        count++;
        if (told.size() < MOST_TOLD) {
            told.add(new Fault(pointer, detail));
        }
    }

    int count() {
        return count;
    }

    List<Fault> told() {
        return told;
    }
}
