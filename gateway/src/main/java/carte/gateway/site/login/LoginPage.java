package carte.gateway.site.login;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ServerWebExchange;

/** What is shown to whoever has left, or could not log in. */
@Controller
final class LoginPage {

    @GetMapping(ConsolePaths.LOGIN)
    String show(ServerWebExchange exchange, Model model) {
        boolean failed = exchange.getRequest().getQueryParams().containsKey("failed");
        model.addAttribute("reason", failed ? "failed" : "left");
        model.addAttribute("login", ConsolePaths.TO_ISSUER);
        return "console/login";
    }
}
