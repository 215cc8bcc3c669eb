package carte.gateway.site.console.bulk;

import carte.gateway.site.console.Desk;
import carte.gateway.site.console.Form;
import carte.gateway.site.console.Frame;
import carte.gateway.site.console.Notice;
import carte.gateway.site.console.Refusal;
import carte.gateway.site.console.Replies;
import carte.gateway.site.console.RestaurantFacts;
import carte.gateway.site.console.Saved;
import carte.gateway.site.console.Saving;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Changes many prices at once, now or at a time, after it was shown what that comes to. */
@Controller
@RequestMapping("/admin/restaurants/{id}/bulk")
final class BulkPage {

    private static final String PATH = "/bulk";
    private static final int CONFLICT = 412;

    @GetMapping
    Mono<Rendering> show(Desk desk, ServerWebExchange exchange) {
        return page(desk, exchange.getRequest().getQueryParams(), Form.isPart(exchange), false);
    }

    /** What is made is what was shown, or nothing: it is sent under the version that was shown. */
    @PostMapping
    Mono<Rendering> apply(Desk desk, ServerWebExchange exchange) {
        return Form.of(exchange).flatMap(form -> desk.menu().flatMap(menu -> {
            BulkView view = BulkView.of(menu, form.fields(), desk.locale());
            ObjectNode changes = view.changes(left(form, view));
            if (form.version().orElse(-1L) != view.version()) {
                return page(desk, form.fields(), false, true);
            }
            if (changes.path("changes").isEmpty()) {
                return Mono.just(Replies.refused(desk,
                        Notice.refused("console.refused.nothing"), desk.path(PATH)));
            }
            return form.text("at").isEmpty()
                    ? now(desk, form, view, changes)
                    : later(desk, form, view, changes);
        }));
    }

    /** A box that is not ticked is not sent: those that were shown and are not there are left. */
    private static List<String> left(Form form, BulkView view) {
        List<String> left = new ArrayList<>(view.lines().stream()
                .map(BulkView.Line::itemId).toList());
        left.removeAll(form.all("item"));
        return left;
    }

    private static Mono<Rendering> now(
            Desk desk, Form form, BulkView view, ObjectNode changes) {
        return desk.writeAt(view.version(), HttpMethod.POST, "/menu/batch", changes)
                .flatMap(answer -> {
                    if (answer.status() == CONFLICT) {
                        return page(desk, form.fields(), false, true);
                    }
                    Saved saved = Saving.outcome(view.version(), answer, changes);
                    return Mono.just(Replies.back(desk, saved, desk.path(PATH), ""));
                });
    }

    private static Mono<Rendering> later(
            Desk desk, Form form, BulkView view, ObjectNode changes) {
        changes.put("at", form.text("at"));
        return desk.writeAt(view.version(), HttpMethod.POST, "/menu/schedule", changes)
                .map(answer -> answer.isGood()
                        ? Replies.done(desk.path("/schedule"), "scheduled")
                        : Replies.refused(desk,
                                Notice.refused(Refusal.of(answer, changes)),
                                desk.path(PATH)));
    }

    private static Mono<Rendering> page(
            Desk desk, MultiValueMap<String, String> fields, boolean part, boolean moved) {
        return Mono.zip(desk.restaurant(), desk.menu()).map(both -> Rendering
                .view(part ? "console/bulk :: preview" : "console/bulk")
                .status(moved ? HttpStatus.CONFLICT : HttpStatus.OK)
                .modelAttribute("frame", frame(desk, both.getT1(), fields))
                .modelAttribute("view", BulkView.of(both.getT2(), fields, desk.locale()))
                .modelAttribute("address", desk.path(PATH))
                .modelAttribute("moved", moved)
                .build());
    }

    private static Frame frame(
            Desk desk, RestaurantFacts restaurant, MultiValueMap<String, String> fields) {
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        query.putAll(fields);
        return Frame.of(desk, restaurant, Frame.Page.BULK, query);
    }
}
