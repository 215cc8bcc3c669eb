package carte.local.architecture.wrong.menu;

import carte.local.architecture.wrong.embedded.TestServer;
import carte.local.architecture.wrong.order.Orders;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Knows another service, starts test servers, waits without an end and prints. */
public class Menus {

    @Nullable
    String name(Mono<String> name) {
        System.out.println(new TestServer());
        return name.block();
    }

    /** Makes a circle of packages. */
    public Orders orders() {
        return new Orders();
    }
}
