package carte.gateway.site.console.editor;

import carte.gateway.site.console.Conflict;
import carte.gateway.site.console.Desk;
import carte.gateway.site.console.Difference;
import carte.gateway.site.console.Form;
import carte.gateway.site.console.Frame;
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
        return Mono.zip(desk.restaurant(), desk.menu()).map(both -> {
            ObjectNode found = Tree.item(both.getT2(), item)
                    .orElseThrow(() -> ProblemException.of(ProblemType.ITEM_NOT_FOUND,
                            "this is not on the menu any more"));
            return Rendering.view("console/item")
                    .modelAttribute("frame", Frame.of(desk, both.getT1(), Frame.Page.MENU,
                            exchange.getRequest().getQueryParams()))
                    .modelAttribute("view",
                            ItemView.of(both.getT2(), found, both.getT1(), desk.locale()))
                    .build();
        });
    }

    @PostMapping
    Mono<Rendering> save(Desk desk, @PathVariable String item, ServerWebExchange exchange) {
        return Form.of(exchange)
                .flatMap(form -> Saving.save(desk, new ItemForm(item, form))
                        .map(saved -> reply(desk, item, form, saved)));
    }

    private static Rendering reply(Desk desk, String item, Form form, Saved saved) {
        String here = desk.path("/items/" + item);
        if (!(saved instanceof Saved.Clashed clashed)) {
            return Replies.back(desk, saved, here, "");
        }
        Map<String, String> renewed = new LinkedHashMap<>();
        clashed.differences().forEach(each -> renewed.put(
                was(each.field()), field(each)));
        String name = Tree.item(clashed.menu(), item).map(Tree::name).orElse(item);
        return Replies.conflict(desk,
                Conflict.of(name, clashed, form, renewed, here, here, desk.locale()));
    }

    private static String was(String field) {
        return field.equals("prices") ? "was-delivery" : "was-" + field;
    }

    /** Returns what the menu says now as a form has it. */
    private static String field(Difference difference) {
        JsonNode theirs = difference.theirs();
        return switch (difference.field()) {
            case "price" -> Prices.field(theirs);
            case "prices" -> Prices.field(theirs.path("DELIVERY"));
            default -> theirs.isArray()
                    ? theirs.valueStream().map(each -> each.asString(""))
                            .collect(Collectors.joining(","))
                    : theirs.asString("");
        };
    }
}
