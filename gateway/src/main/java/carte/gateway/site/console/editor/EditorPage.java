package carte.gateway.site.console.editor;

import carte.gateway.site.console.Desk;
import carte.gateway.site.console.Form;
import carte.gateway.site.console.Frame;
import carte.gateway.site.console.Replies;
import carte.gateway.site.console.Saving;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Shows the menu to be worked on, and takes sections and items in and out. */
@Controller
@RequestMapping("/admin/restaurants/{id}")
final class EditorPage {

    @GetMapping
    Mono<Rendering> show(Desk desk, ServerWebExchange exchange) {
        MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
        return Mono.zip(desk.restaurant(), desk.menu()).map(both -> Rendering
                .view("console/editor")
                .modelAttribute("frame",
                        Frame.of(desk, both.getT1(), Frame.Page.MENU, query))
                .modelAttribute("view", EditorView.of(both.getT2(), both.getT1(),
                        query.getFirst("section"), query.getFirst("q"), desk.locale()))
                .build());
    }

    @PostMapping("/sections/{section}/items")
    Mono<Rendering> addItem(Desk desk, @PathVariable String section, ServerWebExchange exchange) {
        return Form.of(exchange)
                .flatMap(form -> Saving.save(desk, Changes.addItem(section, form)))
                .map(saved -> Replies.back(desk, saved, desk.path("?section=" + section),
                        "section-" + section));
    }

    @PostMapping("/sections")
    Mono<Rendering> addSection(Desk desk, ServerWebExchange exchange) {
        return Form.of(exchange)
                .flatMap(form -> Saving.save(desk, Changes.addSection(form.text("name"))))
                .map(saved -> Replies.back(desk, saved, desk.path(""), "sections"));
    }

    @PostMapping("/sections/{section}/removal")
    Mono<Rendering> removeSection(Desk desk, @PathVariable String section) {
        return Saving.save(desk, Changes.removeSection(section))
                .map(saved -> Replies.back(desk, saved, desk.path(""), "sections"));
    }

    @PostMapping("/items/{item}/removal")
    Mono<Rendering> removeItem(Desk desk, @PathVariable String item) {
        return Saving.save(desk, Changes.removeItem(item))
                .map(saved -> Replies.back(desk, saved, desk.path(""), ""));
    }
}
