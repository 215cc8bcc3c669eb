package carte.local.architecture.wrong.contracts;

import carte.local.architecture.wrong.kit.Kit;
import org.springframework.stereotype.Component;

/** Knows a framework and another module. */
@Component
public class Event {

    Kit kit() {
        return new Kit();
    }
}
