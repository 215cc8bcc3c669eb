package carte.gateway.site.console.editor;

import carte.gateway.site.console.Conflict;
import carte.gateway.site.console.Desk;
import carte.gateway.site.console.Difference;
import carte.gateway.site.console.Form;
import carte.gateway.site.console.Frame;
import carte.gateway.site.console.Notice;
import carte.gateway.site.console.Prices;
import carte.gateway.site.console.Replies;
import carte.gateway.site.console.Saved;
import carte.gateway.site.console.Saving;
import carte.gateway.site.console.Tree;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows one item with all that can be changed of it, and saves that. */
@Controller
@RequestMapping("/admin/restaurants/{id}/items/{item}")
final class ItemPage {

    @GetMapping
    Mono<Rendering> show(Desk desk, @PathVariable String item, ServerWebExchange exchange) {
        return Mono.zip(desk.restaurant(), desk.menu()).map(both -> page(HttpStatus.OK,
                Frame.of(desk, both.getT1(), Frame.Page.MENU,
                        exchange.getRequest().getQueryParams()),
                ItemView.of(both.getT2(), found(both.getT2(), item), both.getT1(),
                        desk.locale())));
    }

    private static ObjectNode found(ObjectNode menu, String item) {
        return Tree.item(menu, item).orElseThrow(() -> ProblemException.of(
                ProblemType.ITEM_NOT_FOUND, "this is not on the menu any more"));
    }

    /** Shows the form as it was filled in, and why it was not taken. */
    private static Mono<Rendering> again(Desk desk, String item, Form form, Saved saved) {
        return Mono.zip(desk.restaurant(), desk.menu()).map(both -> page(
                HttpStatus.UNPROCESSABLE_CONTENT,
                Frame.of(desk, both.getT1(), Frame.Page.MENU, Notice.of(desk, saved)),
                ItemView.of(both.getT2(), found(both.getT2(), item), both.getT1(),
                        desk.locale(), form)));
    }

    private static Rendering page(HttpStatus status, Frame frame, ItemView view) {
        return Rendering.view("console/item").status(status)
                .modelAttribute("frame", frame).modelAttribute("view", view).build();
    }

    @PostMapping
    Mono<Rendering> save(Desk desk, @PathVariable String item, ServerWebExchange exchange) {
        return Form.of(exchange)
                .flatMap(form -> Saving.save(desk, new ItemForm(item, form))
                        .flatMap(saved -> saved instanceof Saved.Refused
                                ? again(desk, item, form, saved)
                                : Mono.just(reply(desk, item, form, saved))));
    }

    private static Rendering reply(Desk desk, String item, Form form, Saved saved) {
        String here = desk.path("/items/" + item);
        if (!(saved instanceof Saved.Clashed clashed)) {
            return Replies.back(desk, saved, here, "");
        }
        Map<String, String> renewed = new LinkedHashMap<>();
        clashed.differences().forEach(each -> renew(renewed, each));
        String name = Tree.item(clashed.menu(), item).map(Tree::name).orElse(item);
        return Replies.conflict(desk,
                Conflict.of(name, clashed, form, renewed, here, here, desk.locale()));
    }

    /** Says what the menu says now as a form has it. */
    private static void renew(Map<String, String> renewed, Difference difference) {
        JsonNode theirs = difference.theirs();
        String was = "was-" + difference.field();
        switch (difference.field()) {
            case "price" -> renewed.put(was, Prices.field(theirs));
            case "prices" -> {
                renewed.put("was-delivery", Prices.field(theirs.path("DELIVERY")));
                renewed.put("was-pickup", Prices.field(theirs.path("PICKUP")));
            }
            default -> renewed.put(was, theirs.isArray()
                    ? theirs.valueStream().map(each -> each.asString(""))
                            .collect(Collectors.joining(","))
                    : theirs.asString(""));
        }
    }
}
