package carte.gateway.site.console.schedule;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.Money;
import carte.gateway.site.console.Desk;
import carte.gateway.site.console.Form;
import carte.gateway.site.console.Frame;
import carte.gateway.site.console.Notice;
import carte.gateway.site.console.Prices;
import carte.gateway.site.console.Refusal;
import carte.gateway.site.console.Replies;
import carte.gateway.site.console.RestaurantFacts;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
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
        return desk.restaurant().flatMap(restaurant -> page(desk, restaurant,
                Frame.of(desk, restaurant, Frame.Page.SCHEDULE,
                        exchange.getRequest().getQueryParams()),
                new Form(new LinkedMultiValueMap<>()))).map(Rendering.Builder::build);
    }

    private Mono<Rendering.Builder<?>> page(
            Desk desk, RestaurantFacts restaurant, Frame frame, Form form) {
        return Mono.zip(desk.menu(), desk.read(API + "?limit=50")).<Rendering.Builder<?>>map(
                both -> Rendering.view("console/schedule")
                        .modelAttribute("frame", frame)
                        .modelAttribute("form", form)
                        .modelAttribute("view", ScheduleView.of(both.getT2().body(),
                                both.getT1(), restaurant, desk.path(PATH), desk.locale(),
                                clock)));
    }

    /** Shows the form as it was filled in, and why it was not taken. */
    private Mono<Rendering> again(
            Desk desk, RestaurantFacts restaurant, Form form, Refusal why) {
        return page(desk, restaurant, Frame.of(desk, restaurant, Frame.Page.SCHEDULE,
                Notice.refused(why)), form)
                .map(page -> page.status(HttpStatus.UNPROCESSABLE_CONTENT).build());
    }

    @PostMapping
    Mono<Rendering> add(Desk desk, ServerWebExchange exchange) {
        return Mono.zip(Form.of(exchange), desk.restaurant()).flatMap(given -> {
            Form form = given.getT1();
            RestaurantFacts restaurant = given.getT2();
            Optional<ObjectNode> body = body(form, restaurant);
            if (body.isEmpty()) {
                return again(desk, restaurant, form, Refusal.because("console.refused.schedule"));
            }
            return desk.write(HttpMethod.POST, API, body.get(), Map.of())
                    .flatMap(answer -> answer.isGood()
                            ? Mono.just(Replies.done(desk.path(PATH), "scheduled"))
                            : again(desk, restaurant, form, Refusal.of(answer, body.get())));
        });
    }

    @PostMapping("/{schedule}/cancellation")
    Mono<Rendering> cancel(Desk desk, @PathVariable String schedule) {
        if (!schedule.matches("[0-9a-f-]{36}")) {
            return Mono.just(Replies.refused(
                    desk, Notice.refused("console.refused.gone"), desk.path(PATH)));
        }
        return desk.write(HttpMethod.DELETE, API + "/" + schedule, null, Map.of())
                .map(answer -> answer.isGood()
                        ? Replies.done(desk.path(PATH), "cancelled")
                        : Replies.refused(desk, Notice.refused(Refusal.of(answer, null)),
                                desk.path(PATH)));
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
