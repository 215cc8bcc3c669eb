package carte.gateway.site.console.schedule;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.Money;
import carte.gateway.site.ApiAnswer;
import carte.gateway.site.console.Desk;
import carte.gateway.site.console.Form;
import carte.gateway.site.console.Frame;
import carte.gateway.site.console.Notice;
import carte.gateway.site.console.Prices;
import carte.gateway.site.console.Refusals;
import carte.gateway.site.console.Replies;
import carte.gateway.site.console.RestaurantFacts;
import carte.gateway.site.console.Saved;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Shows what is scheduled, schedules changes of an item, and calls them off. */
@Controller
@RequestMapping("/admin/restaurants/{id}/schedule")
final class SchedulePage {

    private static final String PATH = "/schedule";
    private static final String API = "/menu/schedule";
    private static final Set<String> STATUSES = Set.of("AVAILABLE", "SOLD_OUT", "HIDDEN");

    private final Clock clock = Clock.systemUTC();

    @GetMapping
    Mono<Rendering> show(Desk desk, ServerWebExchange exchange) {
        return Mono.zip(desk.restaurant(), desk.menu(), desk.read(API + "?limit=50"))
                .map(all -> Rendering.view("console/schedule")
                        .modelAttribute("frame", Frame.of(desk, all.getT1(),
                                Frame.Page.SCHEDULE, exchange.getRequest().getQueryParams()))
                        .modelAttribute("view", ScheduleView.of(all.getT3().body(), all.getT2(),
                                all.getT1(), desk.path(PATH), desk.locale(), clock))
                        .build());
    }

    @PostMapping
    Mono<Rendering> add(Desk desk, ServerWebExchange exchange) {
        return Mono.zip(Form.of(exchange), desk.restaurant()).flatMap(given -> {
            Optional<ObjectNode> body = body(given.getT1(), given.getT2());
            return body.isEmpty()
                    ? Mono.just(Replies.refused(desk,
                            Notice.plain("console.refused.schedule"), desk.path(PATH)))
                    : desk.write(HttpMethod.POST, API, body.get(), Map.of())
                            .map(answer -> reply(desk, answer, "scheduled"));
        });
    }

    @PostMapping("/{schedule}/cancellation")
    Mono<Rendering> cancel(Desk desk, @PathVariable String schedule) {
        if (!schedule.matches("[0-9a-f-]{36}")) {
            return Mono.just(Replies.refused(
                    desk, Notice.plain("console.refused.gone"), desk.path(PATH)));
        }
        return desk.write(HttpMethod.DELETE, API + "/" + schedule, null, Map.of())
                .map(answer -> reply(desk, answer, "cancelled"));
    }

    private static Rendering reply(Desk desk, ApiAnswer answer, String done) {
        return answer.isGood()
                ? Replies.done(desk.path(PATH), done)
                : Replies.refused(desk, Notice.of(desk, new Saved.Refused(
                        List.of(), Refusals.words(answer))), desk.path(PATH));
    }

    /** Returns what the API takes; nothing if the form asks for nothing or for what is no price. */
    static Optional<ObjectNode> body(Form form, RestaurantFacts restaurant) {
        ObjectNode body = ContractJson.mapper().createObjectNode();
        body.put("at", form.text("at"));
        ObjectNode change = body.putArray("changes").addObject();
        change.put("itemId", form.text("item"));
        if (!form.text("price").isEmpty()) {
            Optional<Money> price = Prices.read(form.text("price"), restaurant.currency());
            if (price.isEmpty()) {
                return Optional.empty();
            }
            change.set("price", Prices.json(price.get()));
        }
        String status = form.text("availability");
        if (STATUSES.contains(status)) {
            change.putObject("availability").put("status", status);
        }
        return change.size() > 1 && !form.text("at").isEmpty()
                ? Optional.of(body)
                : Optional.empty();
    }
}
