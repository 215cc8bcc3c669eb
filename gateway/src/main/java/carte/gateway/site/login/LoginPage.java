package carte.gateway.site.login;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ServerWebExchange;

/** What is shown to whoever has left, could not log in, or comes to do so. */
@Controller
final class LoginPage {

    private static final List<String> REASONS = List.of("failed", "ended", "left");

    @GetMapping(ConsolePaths.LOGIN)
    String show(ServerWebExchange exchange, Model model) {
        var query = exchange.getRequest().getQueryParams();
        model.addAttribute("reason", REASONS.stream().filter(query::containsKey).findFirst()
                .orElse("welcome"));
        model.addAttribute("login", ConsolePaths.TO_ISSUER);
        return "console/login";
    }
}
