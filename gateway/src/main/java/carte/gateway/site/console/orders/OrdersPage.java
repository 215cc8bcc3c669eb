package carte.gateway.site.console.orders;

import carte.contracts.json.ContractJson;
import carte.contracts.order.OrderState;
import carte.gateway.site.ApiAnswer;
import carte.gateway.site.Templates;
import carte.gateway.site.console.Desk;
import carte.gateway.site.console.Form;
import carte.gateway.site.console.Frame;
import carte.gateway.site.console.Notice;
import carte.gateway.site.console.Refusal;
import carte.gateway.site.console.Replies;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** Shows the open orders as they come and go, and brings them on. */
@Controller
@RequestMapping("/admin/restaurants/{id}/orders")
final class OrdersPage {

    private static final String PATH = "/orders";
    private static final String PART = "console/orders :: board";
    private static final String OPEN = "/orders?open=true&limit=100";
    private static final int MOST_PAGES = 10;

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
        return open(desk).flatMap(orders -> {
            if (orders.digest().equals(seen)) {
                exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
                return exchange.getResponse().setComplete();
            }
            return board(desk, orders).flatMap(board -> {
                model.addAttribute("board", board).addAttribute("address", desk.path(PATH));
                return templates.send(HttpStatus.OK, PART, model.asMap(), exchange);
            });
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
                        Notice.refused("console.refused.gone"), desk.path(PATH)));
            }
            return desk.moveOrder(order,
                    ContractJson.mapper().createObjectNode().put("to", to))
                    .flatMap(answer -> {
                        Notice refused = answer.isGood()
                                ? null
                                : Notice.refused(Refusal.of(answer, null));
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
        return open(desk).flatMap(orders -> board(desk, orders));
    }

    private static Mono<BoardView> board(Desk desk, OpenOrders orders) {
        return Mono.zip(desk.restaurant(), desk.shownMenu()).map(both -> BoardView.of(orders,
                both.getT2(), both.getT1(), desk.path(PATH), desk.locale()));
    }

    /** The API lists the newest first: who has waited longest stands on the last page. */
    private static Mono<OpenOrders> open(Desk desk) {
        return desk.read(OPEN)
                .expand(page -> Mono.justOrEmpty(next(page)).flatMap(cursor -> desk.read(OPEN
                        + "&cursor=" + UriUtils.encode(cursor, StandardCharsets.UTF_8))))
                .take(MOST_PAGES)
                .collectList()
                .map(pages -> OpenOrders.of(pages.stream().map(ApiAnswer::body).toList(),
                        next(pages.getLast()).isPresent()));
    }

    private static Optional<String> next(ApiAnswer page) {
        return Optional.of(page.body().path("next").asString(""))
                .filter(cursor -> !cursor.isEmpty());
    }
}
