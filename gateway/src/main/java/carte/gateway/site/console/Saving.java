package carte.gateway.site.console;

import carte.gateway.site.ApiAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Saves edits so that nobody's change is lost: each is worked out on the newest menu and sent under
 * its version; where somebody is faster, it is worked out again.
 */
public final class Saving {

    private static final int CONFLICT = 412;
    private static final int TRIES = 4;

    private final Desk desk;
    private final Edit edit;

    private Saving(Desk desk, Edit edit) {
        this.desk = desk;
        this.edit = edit;
    }

    /** Saves an edit. */
    public static Mono<Saved> save(Desk desk, Edit edit) {
        return new Saving(desk, edit).attempt(TRIES);
    }

    private Mono<Saved> attempt(int triesLeft) {
        return desk.menu().flatMap(menu -> {
            // What is sent may be the menu itself, changed; what is compared must not be.
            Step step = edit.on(menu.deepCopy());
            return switch (step) {
                case Step.Nothing _ -> Mono.just(new Saved.Same(menu));
                case Step.Gone _ -> Mono.just(Saved.Refused.because("console.refused.gone"));
                case Step.Refuse(String message) -> Mono.just(Saved.Refused.because(message));
                case Step.Clash(List<Difference> differences) ->
                    Mono.just(new Saved.Clashed(menu, differences));
                case Step.PatchItem(String item, ObjectNode fields) -> send(menu, triesLeft,
                        HttpMethod.PATCH, "/menu/items/" + item, fields);
                case Step.PatchItems(ObjectNode batch) -> send(menu, triesLeft,
                        HttpMethod.POST, "/menu/batch", batch);
                case Step.Replace(ObjectNode changed) -> send(menu, triesLeft,
                        HttpMethod.PUT, "/menu", changed);
            };
        });
    }

    private Mono<Saved> send(
            ObjectNode menu, int triesLeft, HttpMethod method, String below, ObjectNode body) {
        return desk.writeAt(Tree.version(menu), method, below, body).flatMap(answer -> {
            if (answer.status() == CONFLICT && triesLeft > 1) {
                return attempt(triesLeft - 1);
            }
            return Mono.just(outcome(Tree.version(menu), answer, body));
        });
    }

    /**
     * Reads the answer to a write that answers with the menu.
     *
     * @param sent what was written; null if it was not JSON
     */
    public static Saved outcome(long before, ApiAnswer answer, @Nullable JsonNode sent) {
        if (answer.status() >= 400 || !(answer.body() instanceof ObjectNode menu)) {
            return new Saved.Refused(Refusal.of(answer, sent));
        }
        long version = Tree.version(menu);
        return version == before ? new Saved.Same(menu) : new Saved.Published(version, menu);
    }
}
