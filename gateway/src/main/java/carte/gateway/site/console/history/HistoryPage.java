package carte.gateway.site.console.history;

import carte.contracts.json.ContractJson;
import carte.gateway.site.ApiAnswer;
import carte.gateway.site.console.Desk;
import carte.gateway.site.console.Diff;
import carte.gateway.site.console.Form;
import carte.gateway.site.console.Frame;
import carte.gateway.site.console.Notice;
import carte.gateway.site.console.Replies;
import carte.gateway.site.console.Saving;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Lists the versions of a menu, shows how each came to be, and goes back to one. */
@Controller
@RequestMapping("/admin/restaurants/{id}")
final class HistoryPage {

    private static final String PATH = "/history";
    private static final int CONFLICT = 412;

    private final TraceViewer viewer;

    HistoryPage(TraceViewer viewer) {
        this.viewer = viewer;
    }

    @GetMapping(PATH)
    Mono<Rendering> list(Desk desk, ServerWebExchange exchange) {
        String cursor = exchange.getRequest().getQueryParams().getFirst("cursor");
        String page = "/menu/versions?limit=25" + (cursor == null
                ? ""
                : "&cursor=" + UriUtils.encode(cursor, java.nio.charset.StandardCharsets.UTF_8));
        return Mono.zip(desk.restaurant(), desk.read(page)).map(both -> Rendering
                .view("console/history")
                .modelAttribute("frame", Frame.of(desk, both.getT1(), Frame.Page.HISTORY,
                        exchange.getRequest().getQueryParams()))
                .modelAttribute("view", HistoryView.of(both.getT2().body(), both.getT1(),
                        desk.path(PATH), desk.locale()))
                .build());
    }

    /** Shows what a version changed, and what to go back to it would change. */
    @GetMapping(PATH + "/{version}")
    Mono<Rendering> show(Desk desk, @PathVariable String version, ServerWebExchange exchange) {
        long number = number(version);
        String versions = "/menu/versions/";
        Mono<Diff> made = number == 1
                ? Mono.just(new Diff(java.util.List.of()))
                : diff(desk, versions + (number - 1) + "/diff?to=" + number);
        Mono<ApiAnswer> newest = desk.read("/menu/versions?limit=1")
                .map(page -> page.body().path("items").path(0).path("version").asLong())
                .flatMap(last -> desk.read(versions + last + "/diff?to=" + number));
        return Mono.zip(desk.restaurant(), made, newest,
                desk.read(versions + number + "/propagation")).map(
                        all -> Rendering
                                .view("console/version")
                                .modelAttribute("frame",
                                        Frame.of(desk, all.getT1(), Frame.Page.HISTORY,
                                                exchange.getRequest().getQueryParams()))
                                .modelAttribute("number", number)
                                .modelAttribute("made", all.getT2())
                                .modelAttribute("newest", all.getT3().body().path("from").asLong())
                                .modelAttribute("back", Diff.of(all.getT3().body(), desk.locale()))
                                .modelAttribute("propagation", Propagation.of(
                                        all.getT4().body(), viewer, desk.locale()))
                                .modelAttribute("rollback", desk.path("/rollback"))
                                .build());
    }

    private static Mono<Diff> diff(Desk desk, String below) {
        return desk.read(below).map(answer -> Diff.of(answer.body(), desk.locale()));
    }

    /** Publishes an old version again, if the newest is still the one that was shown. */
    @PostMapping("/rollback")
    Mono<Rendering> rollBack(Desk desk, ServerWebExchange exchange) {
        return Form.of(exchange).flatMap(form -> {
            Optional<Integer> to = form.number("to");
            Optional<Long> newest = form.version();
            return to.isEmpty() || newest.isEmpty()
                    ? Mono.just(refused(desk, "console.refused.gone"))
                    : rollBack(desk, newest.get(), to.get(), PATH);
        });
    }

    /** Takes back what was saved last: the version before it is published again. */
    @PostMapping("/undo")
    Mono<Rendering> undo(Desk desk, ServerWebExchange exchange) {
        return Form.of(exchange).flatMap(form -> {
            long saved = form.version().orElse(0L);
            return saved < 2
                    ? Mono.just(refused(desk, "console.refused.gone"))
                    : rollBack(desk, saved, saved - 1, back(form));
        });
    }

    private static Mono<Rendering> rollBack(Desk desk, long newest, long to, String back) {
        ObjectNode body = ContractJson.mapper().createObjectNode().put("toVersion", to);
        return desk.writeAt(newest, HttpMethod.POST, "/menu/rollback", body)
                .map(answer -> answer.status() == CONFLICT
                        ? refused(desk, "console.refused.moved")
                        : Replies.back(desk, Saving.outcome(newest, answer, body), desk.path(back),
                                ""));
    }

    private static Rendering refused(Desk desk, String message) {
        return Replies.refused(desk, Notice.refused(message), desk.path(PATH));
    }

    /** Returns the page from which something was undone; only one of the restaurant's own. */
    private static String back(Form form) {
        String page = form.text("back");
        return page.matches("/[a-z]{1,20}(/[a-z0-9-]{1,64})?") ? page : "";
    }

    /** Says how fast a version came to be seen; asked again until it is known. */
    @GetMapping("/versions/{version}/live")
    Mono<Rendering> live(Desk desk, @PathVariable String version, ServerWebExchange exchange) {
        long number = number(version);
        int tries = count(exchange, "tries");
        int seen = count(exchange, "seen");
        return desk.read("/menu/versions/" + number + "/propagation")
                .map(answer -> Propagation.of(answer.body(), viewer, desk.locale()))
                .map(found -> Rendering.view("console/parts :: live")
                        .modelAttribute("propagation", found)
                        // A gateway that is slower than another one is waited for once.
                        .modelAttribute("settled", found.millis() != null
                                && found.gateways() == seen)
                        .modelAttribute("again", tries >= 12
                                ? ""
                                : desk.path("/versions/"
                                        + number + "/live?tries=" + (tries + 1) + "&seen="
                                        + found.gateways()))
                        .build());
    }

    private static int count(ServerWebExchange exchange, String name) {
        String text = exchange.getRequest().getQueryParams().getFirst(name);
        return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    private static long number(String version) {
        if (!version.matches("[1-9]\\d{0,17}")) {
            throw ProblemException.of(ProblemType.VERSION_NOT_FOUND,
                    "there is no such version of the menu");
        }
        return Long.parseLong(version);
    }
}
