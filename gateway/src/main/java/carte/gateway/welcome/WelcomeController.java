package carte.gateway.welcome;

import carte.gateway.route.Route;
import carte.gateway.route.RouteTable;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says at the bare address what this is and which calls it takes. */
@RestController
class WelcomeController {

    private static final Welcome WELCOME = new Welcome("Carte",
            "Restaurant menus that are never older than a stated bound.",
            "/readyz",
            RouteTable.routes().stream().map(PublicCall::of).toList());

    @GetMapping(path = "/", produces = "application/json")
    Welcome welcome() {
        return WELCOME;
    }

    record Welcome(String name, String about, String health, List<PublicCall> calls) {}

    record PublicCall(String path, List<String> methods) {
        static PublicCall of(Route route) {
            return new PublicCall(route.template(),
                    route.methods().stream().map(HttpMethod::name).sorted().toList());
        }
    }
}
