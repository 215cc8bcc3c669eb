package carte.order.listening;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** The counter of records that could not be read, one for each topic. */
public final class SetAside {

    private SetAside() {}

    /** Returns that of a topic, which all of its readers at this instance share. */
    public static Counter of(String topic, MeterRegistry meters) {
        return meters.counter("carte.order.records.set.aside", "topic", topic);
    }
}
