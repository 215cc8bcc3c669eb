package carte.gateway.site.operations;

import carte.contracts.cache.Freshness;
import carte.gateway.site.login.Admin;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** Shows operators how fresh everything is; the numbers on it renew themselves. */
@Controller
@RequestMapping("/admin/operations")
final class OperationsPage {

    private final History history;
    private final OperationsSettings settings;
    private final Freshness freshness;

    OperationsPage(History history, OperationsSettings settings, Freshness freshness) {
        this.history = history;
        this.settings = settings;
        this.freshness = freshness;
    }

    @GetMapping
    Rendering show(Admin admin, Locale locale) {
        return board("operations/freshness", admin, locale);
    }

    @GetMapping("/board")
    Rendering refresh(Admin admin, Locale locale) {
        return board("operations/freshness :: board", admin, locale);
    }

    private Rendering board(String view, Admin admin, Locale locale) {
        if (!admin.caller().operator()) {
            throw ProblemException.of(ProblemType.FORBIDDEN, "only operators see this page");
        }
        return Rendering.view(view)
                .modelAttribute("board", Board.of(history.known(), freshness.bound(), locale))
                .modelAttribute("watched", !settings.instances().isEmpty())
                .modelAttribute("seconds", settings.interval().toSeconds())
                .modelAttribute("links", settings)
                .modelAttribute("who", admin.caller().name())
                .build();
    }
}
