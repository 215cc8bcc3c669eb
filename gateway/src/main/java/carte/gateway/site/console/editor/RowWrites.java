package carte.gateway.site.console.editor;

import carte.contracts.json.ContractJson;
import carte.gateway.site.console.Conflict;
import carte.gateway.site.console.Desk;
import carte.gateway.site.console.Difference;
import carte.gateway.site.console.Edit;
import carte.gateway.site.console.Form;
import carte.gateway.site.console.Notice;
import carte.gateway.site.console.Prices;
import carte.gateway.site.console.Replies;
import carte.gateway.site.console.RestaurantFacts;
import carte.gateway.site.console.Saved;
import carte.gateway.site.console.Saving;
import carte.gateway.site.console.Tree;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Saves what is changed in one line of the editor: the name, the price, whether it is sold out. */
@Controller
final class RowWrites {

    private final Clock clock = Clock.systemUTC();

    /** A line after it was saved, or the menu as it is where it was not. */
    private record Outcome(RestaurantFacts restaurant, Saved saved) {}

    @PostMapping("/admin/restaurants/{id}/items/{item}/quick")
    Mono<Rendering> save(Desk desk, @PathVariable String item, ServerWebExchange exchange) {
        return Mono.zip(Form.of(exchange), desk.restaurant()).flatMap(given -> {
            Form form = given.getT1();
            RestaurantFacts restaurant = given.getT2();
            return Saving.save(desk, edit(item, form, restaurant))
                    .map(saved -> Form.isPart(exchange)
                            ? part(desk, item, form, new Outcome(restaurant, saved))
                            : whole(desk, item, form, saved));
        });
    }

    private Edit edit(String item, Form form, RestaurantFacts restaurant) {
        return switch (form.text("availability")) {
            case "AVAILABLE" -> ItemEdit.availability(item, availability("AVAILABLE", null));
            case "SOLD_OUT" -> ItemEdit.availability(item, availability("SOLD_OUT", null));
            case "HIDDEN" -> ItemEdit.availability(item, availability("HIDDEN", null));
            case "TOMORROW" -> ItemEdit.availability(item, availability("SOLD_OUT",
                    Tomorrow.opening(restaurant, clock.instant())));
            default -> new ItemForm(item, form);
        };
    }

    private static ObjectNode availability(
            String status, @Nullable Instant until) {
        ObjectNode availability = ContractJson.mapper().createObjectNode().put("status", status);
        return until == null
                ? availability.putNull("until")
                : availability.put("until", until.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static Rendering whole(Desk desk, String item, Form form, Saved saved) {
        String back = desk.path(section(form));
        return saved instanceof Saved.Clashed clashed
                ? Replies.conflict(desk, conflict(desk, item, form, clashed, back))
                : Replies.back(desk, saved, back, "item-" + item);
    }

    /** Only the line is sent, and what became of it. */
    private static Rendering part(Desk desk, String item, Form form, Outcome outcome) {
        return switch (outcome.saved()) {
            case Saved.Published(_, ObjectNode menu) -> row(desk, item, menu, outcome);
            case Saved.Same(ObjectNode menu) -> row(desk, item, menu, outcome);
            case Saved.Clashed clashed -> Rendering.view("console/parts :: row-conflict")
                    .status(HttpStatus.CONFLICT)
                    .modelAttribute("conflict", conflict(desk, item, form, clashed,
                            desk.path(section(form))))
                    .modelAttribute("rowId", item)
                    .build();
            case Saved.Refused _ -> Rendering.view("console/parts :: only-notice")
                    .status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .header("HX-Reswap", "none")
                    .modelAttribute("notice", Notice.of(desk, outcome.saved()))
                    .build();
        };
    }

    private static Rendering row(Desk desk, String item, ObjectNode menu, Outcome outcome) {
        RowView.Maker maker = new RowView.Maker(outcome.restaurant(), menu, desk.locale());
        Optional<ObjectNode> found = Tree.item(menu, item);
        if (found.isEmpty()) {
            return Rendering.view("console/parts :: only-notice")
                    .modelAttribute("notice", Notice.refused("console.refused.gone"))
                    .build();
        }
        return Rendering.view("console/parts :: row-and-notice")
                .modelAttribute("row", maker.row(found.get(), Tree.sectionOf(menu, item)))
                .modelAttribute("notice", Notice.of(desk, outcome.saved()))
                .build();
    }

    private static Conflict conflict(
            Desk desk, String item, Form form, Saved.Clashed clashed, String back) {
        Map<String, String> renewed = new LinkedHashMap<>();
        for (Difference difference : clashed.differences()) {
            renewed.put("was-" + difference.field(), difference.field().equals("price")
                    ? Prices.field(difference.theirs())
                    : difference.theirs().asString(""));
        }
        String name = Tree.item(clashed.menu(), item).map(Tree::name).orElse(item);
        return Conflict.of(name, clashed, form, renewed,
                desk.path("/items/" + item + "/quick"), back, desk.locale());
    }

    private static String section(Form form) {
        String section = form.text("section");
        return section.matches("[a-z0-9-]{1,64}") ? "?section=" + section : "";
    }
}
