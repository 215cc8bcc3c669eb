package carte.gateway.site.console.groups;

import carte.contracts.json.ContractJson;
import carte.gateway.site.console.Conflict;
import carte.gateway.site.console.Desk;
import carte.gateway.site.console.Edit;
import carte.gateway.site.console.Form;
import carte.gateway.site.console.Frame;
import carte.gateway.site.console.Notice;
import carte.gateway.site.console.Replies;
import carte.gateway.site.console.Saved;
import carte.gateway.site.console.Saving;
import carte.gateway.site.console.Step;
import carte.gateway.site.console.Tree;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows the modifier groups of a menu, and saves what is changed of them. */
@Controller
@RequestMapping("/admin/restaurants/{id}/groups")
final class GroupsPage {

    private static final String PATH = "/groups";

    @GetMapping
    Mono<Rendering> show(Desk desk, ServerWebExchange exchange) {
        return Mono.zip(desk.restaurant(), desk.menu()).map(both -> page(HttpStatus.OK,
                Frame.of(desk, both.getT1(), Frame.Page.GROUPS,
                        exchange.getRequest().getQueryParams()),
                GroupsView.of(both.getT2(), desk.path(PATH))));
    }

    @PostMapping
    Mono<Rendering> add(Desk desk, ServerWebExchange exchange) {
        return Form.of(exchange)
                .flatMap(form -> Saving.save(desk, addition(form.text("name"))))
                .map(saved -> Replies.back(desk, saved, desk.path(PATH), ""));
    }

    @PostMapping("/{group}")
    Mono<Rendering> save(Desk desk, @PathVariable String group, ServerWebExchange exchange) {
        return Form.of(exchange)
                .flatMap(form -> Saving.save(desk, new GroupEdit(group, form))
                        .flatMap(saved -> saved instanceof Saved.Refused
                                ? again(desk, group, form, saved)
                                : Mono.just(reply(desk, group, form, saved))));
    }

    /** Shows the form as it was filled in, and why it was not taken. */
    private static Mono<Rendering> again(Desk desk, String group, Form form, Saved saved) {
        return Mono.zip(desk.restaurant(), desk.menu()).map(both -> page(
                HttpStatus.UNPROCESSABLE_CONTENT,
                Frame.of(desk, both.getT1(), Frame.Page.GROUPS, Notice.of(desk, saved)),
                GroupsView.of(both.getT2(), desk.path(PATH)).with(group, form)));
    }

    private static Rendering page(HttpStatus status, Frame frame, GroupsView view) {
        return Rendering.view("console/groups").status(status)
                .modelAttribute("frame", frame).modelAttribute("view", view).build();
    }

    @PostMapping("/{group}/removal")
    Mono<Rendering> remove(Desk desk, @PathVariable String group) {
        return Saving.save(desk, removal(group))
                .map(saved -> Replies.back(desk, saved, desk.path(PATH), ""));
    }

    private static Rendering reply(Desk desk, String group, Form form, Saved saved) {
        if (!(saved instanceof Saved.Clashed clashed)) {
            return Replies.back(desk, saved, desk.path(PATH), "group-" + group);
        }
        String now = Tree.group(clashed.menu(), group).map(Object::toString).orElse("");
        String name = Tree.group(clashed.menu(), group).map(Tree::name).orElse(group);
        return Replies.conflict(desk, Conflict.of(name, clashed, form, Map.of("was", now),
                desk.path(PATH + "/" + group), desk.path(PATH), desk.locale()));
    }

    static Edit addition(String name) {
        return menu -> {
            if (name.isEmpty()) {
                return new Step.Refuse("console.refused.name");
            }
            ObjectNode group = ContractJson.mapper().createObjectNode();
            group.put("id", Tree.newId(name, Tree.groups(menu).stream()));
            group.put("name", name).put("min", 0).put("max", 1).put("free", 0);
            group.putArray("options");
            Tree.groupList(menu).add(group);
            return new Step.Replace(menu);
        };
    }

    /** Takes a group away, also from what refers to it. */
    static Edit removal(String groupId) {
        return menu -> {
            if (Tree.group(menu, groupId).isEmpty()) {
                return new Step.Gone();
            }
            without(Tree.groupList(menu), groupId);
            Tree.items(menu).forEach(item -> withoutReference(item, groupId));
            Tree.groups(menu).forEach(group -> group.path("options").forEach(
                    option -> withoutReference((ObjectNode) option, groupId)));
            return new Step.Replace(menu);
        };
    }

    private static void without(ArrayNode groups, String id) {
        for (int i = groups.size() - 1; i >= 0; i--) {
            if (Tree.id(groups.get(i)).equals(id)) {
                groups.remove(i);
            }
        }
    }

    private static void withoutReference(ObjectNode owner, String id) {
        if (owner.path("modifierGroups") instanceof ArrayNode references) {
            for (int i = references.size() - 1; i >= 0; i--) {
                if (references.get(i).asString("").equals(id)) {
                    references.remove(i);
                }
            }
        }
    }
}
