package carte.gateway.site.console.orders;

import carte.contracts.json.ContractJson;
import carte.contracts.order.OrderState;
import carte.gateway.site.Templates;
import carte.gateway.site.console.Desk;
import carte.gateway.site.console.Form;
import carte.gateway.site.console.Frame;
import carte.gateway.site.console.Notice;
import carte.gateway.site.console.Refusals;
import carte.gateway.site.console.Replies;
import carte.gateway.site.console.Saved;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Shows the open orders as they come and go, and brings them on. */
@Controller
@RequestMapping("/admin/restaurants/{id}/orders")
final class OrdersPage {

    private static final String PATH = "/orders";
    private static final String PART = "console/orders :: board";

    private final Templates templates;

    OrdersPage(Templates templates) {
        this.templates = templates;
    }

    @GetMapping
    Mono<Rendering> show(Desk desk, ServerWebExchange exchange) {
        return Mono.zip(desk.restaurant(), board(desk)).map(both -> Rendering
                .view("console/orders")
                .modelAttribute("frame", Frame.of(desk, both.getT1(), Frame.Page.ORDERS,
                        exchange.getRequest().getQueryParams()))
                .modelAttribute("board", both.getT2())
                .modelAttribute("address", desk.path(PATH))
                .build());
    }

    /** Answers nothing while nothing has changed: who is about to press a button keeps it. */
    @GetMapping("/board")
    Mono<Void> refresh(Desk desk, Model model, ServerWebExchange exchange) {
        String seen = exchange.getRequest().getQueryParams().getFirst("seen");
        return board(desk).flatMap(board -> {
            if (board.digest().equals(seen)) {
                exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
                return exchange.getResponse().setComplete();
            }
            model.addAttribute("board", board).addAttribute("address", desk.path(PATH));
            return templates.send(HttpStatus.OK, PART, model.asMap(), exchange);
        });
    }

    @PostMapping("/{order}")
    Mono<Rendering> move(Desk desk, @PathVariable String order, ServerWebExchange exchange) {
        return Form.of(exchange).flatMap(form -> {
            String to = form.text("to");
            boolean known = Arrays.stream(OrderState.values())
                    .anyMatch(each -> each.name().equals(to));
            if (!known || !order.matches("[0-9a-f-]{36}")) {
                return Mono.just(Replies.refused(desk,
                        Notice.plain("console.refused.gone"), desk.path(PATH)));
            }
            return desk.moveOrder(order,
                    ContractJson.mapper().createObjectNode().put("to", to))
                    .flatMap(answer -> {
                        Notice refused = answer.isGood()
                                ? null
                                : Notice.of(desk, new Saved.Refused(
                                        List.of(), Refusals.words(answer)));
                        if (Form.isPart(exchange)) {
                            return board(desk).map(board -> refused == null
                                    ? part(desk, board).build()
                                    : part(desk, board).modelAttribute("notice", refused)
                                            .build());
                        }
                        return Mono.just(refused == null
                                ? Replies.seeOther(desk.path(PATH))
                                : Replies.refused(desk, refused, desk.path(PATH)));
                    });
        });
    }

    private static Rendering.Builder<?> part(Desk desk, BoardView board) {
        return Rendering.view(PART)
                .modelAttribute("board", board)
                .modelAttribute("address", desk.path(PATH));
    }

    private static Mono<BoardView> board(Desk desk) {
        return Mono.zip(desk.restaurant(), desk.menu(), desk.read("/orders?open=true&limit=100"))
                .map(all -> BoardView.of(all.getT3().body(), all.getT2(), all.getT1(),
                        desk.path(PATH), desk.locale()));
    }
}
