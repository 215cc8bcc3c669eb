package carte.gateway.site.console.editor;

import carte.gateway.site.console.Conflict;
import carte.gateway.site.console.Desk;
import carte.gateway.site.console.Form;
import carte.gateway.site.console.Notice;
import carte.gateway.site.console.Replies;
import carte.gateway.site.console.RestaurantFacts;
import carte.gateway.site.console.Saved;
import carte.gateway.site.console.Saving;
import carte.gateway.site.console.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Saves another order of a section's items, or of the sections. */
@Controller
@RequestMapping("/admin/restaurants/{id}")
final class OrderWrites {

    private static final String UP = "up";

    @PostMapping("/sections/{section}/order")
    Mono<Rendering> items(Desk desk, @PathVariable String section, ServerWebExchange exchange) {
        return Mono.zip(Form.of(exchange), desk.restaurant()).flatMap(given -> {
            Form form = given.getT1();
            OrderEdit wanted = wanted(section, form);
            return Saving.save(desk, wanted).map(saved -> Form.isPart(exchange)
                    ? part(desk, given.getT2(), wanted, form, saved)
                    : whole(desk, wanted, form, saved));
        });
    }

    @PostMapping("/order")
    Mono<Rendering> sections(Desk desk, ServerWebExchange exchange) {
        return Form.of(exchange).flatMap(form -> {
            OrderEdit wanted = wanted("", form);
            return Saving.save(desk, wanted).map(saved -> whole(desk, wanted, form, saved));
        });
    }

    /** Reads {@code want}, all ids in their new order, or {@code move}, as in {@code up:jollof}. */
    static OrderEdit wanted(String section, Form form) {
        List<String> saw = ids(form.text("saw"));
        String[] move = form.text("move").split(":", 2);
        if (move.length == 2) {
            return OrderEdit.move(section, saw, move[1], move[0].equals(UP) ? -1 : 1)
                    .orElseGet(() -> new OrderEdit(section, saw, saw));
        }
        return new OrderEdit(section, saw, ids(form.text("want")));
    }

    private static List<String> ids(String text) {
        return Arrays.stream(text.split(",", -1)).filter(id -> !id.isEmpty()).toList();
    }

    private static Rendering whole(Desk desk, OrderEdit wanted, Form form, Saved saved) {
        String back = back(desk, wanted);
        return saved instanceof Saved.Clashed clashed
                ? Replies.conflict(desk, conflict(desk, wanted, form, clashed))
                : Replies.back(desk, saved, back, anchor(wanted));
    }

    private static Rendering part(Desk desk, RestaurantFacts restaurant, OrderEdit wanted,
            Form form, Saved saved) {
        return switch (saved) {
            case Saved.Published(_, ObjectNode menu) ->
                section(desk, restaurant, wanted, menu, saved);
            case Saved.Same(ObjectNode menu) -> section(desk, restaurant, wanted, menu, saved);
            case Saved.Clashed clashed -> Rendering.view("console/parts :: section-conflict")
                    .status(HttpStatus.CONFLICT)
                    .modelAttribute("conflict", conflict(desk, wanted, form, clashed))
                    .build();
            case Saved.Refused _ -> Rendering.view("console/parts :: only-notice")
                    .status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .header("HX-Reswap", "none")
                    .modelAttribute("notice", Notice.of(desk, saved))
                    .build();
        };
    }

    private static Rendering section(Desk desk, RestaurantFacts restaurant, OrderEdit wanted,
            ObjectNode menu, Saved saved) {
        RowView.Maker maker = new RowView.Maker(restaurant, menu, desk.locale());
        ObjectNode section = Tree.section(menu, wanted.section()).orElseThrow();
        return Rendering.view("console/parts :: section-and-notice")
                .modelAttribute("section", EditorView.section(menu, section, "", maker))
                .modelAttribute("base", desk.path(""))
                .modelAttribute("notice", Notice.of(desk, saved))
                .build();
    }

    private static Conflict conflict(
            Desk desk, OrderEdit wanted, Form form, Saved.Clashed clashed) {
        List<String> now = (wanted.section().isEmpty()
                ? clashed.menu().path("sections").valueStream()
                : Tree.section(clashed.menu(), wanted.section()).orElseThrow()
                        .path("items").valueStream())
                .map(Tree::id).toList();
        Map<String, String> renewed = Map.of(
                "saw", String.join(",", now),
                "want", String.join(",", wanted.onTopOf(now)),
                "move", "");
        String name = Tree.section(clashed.menu(), wanted.section()).map(Tree::name).orElse("");
        return Conflict.of(name, clashed, form, renewed, action(desk, wanted),
                back(desk, wanted), desk.locale());
    }

    private static String action(Desk desk, OrderEdit wanted) {
        return wanted.section().isEmpty()
                ? desk.path("/order")
                : desk.path("/sections/" + wanted.section() + "/order");
    }

    private static String back(Desk desk, OrderEdit wanted) {
        return desk.path(wanted.section().isEmpty() ? "" : "?section=" + wanted.section());
    }

    private static String anchor(OrderEdit wanted) {
        return wanted.section().isEmpty() ? "sections" : "section-" + wanted.section();
    }
}
