package carte.gateway.site.console;

import carte.gateway.site.ApiAnswer;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads the public API's refusals. */
public final class Refusals {

    private Refusals() {}

    /** Returns the problem of an answer, to be thrown. */
    public static ProblemException problem(ApiAnswer answer) {
        String urn = answer.body().path("type").asString("");
        ProblemType type = Arrays.stream(ProblemType.values())
                .filter(each -> each.urn().equals(urn))
                .findFirst()
                .orElse(answer.status() >= 500
                        ? ProblemType.UNAVAILABLE
                        : ProblemType.MALFORMED_REQUEST);
        return ProblemException.of(type, String.join("; ", words(answer)));
    }

    /** Returns what is wrong in the API's words, one sentence for each fault. */
    public static List<String> words(ApiAnswer answer) {
        List<String> words = new ArrayList<>();
        for (JsonNode fault : answer.body().path("errors")) {
            words.add(fault.path("pointer").asString("") + ": "
                    + fault.path("detail").asString(""));
        }
        if (words.isEmpty()) {
            words.add(answer.body().path("detail").asString(
                    answer.body().path("title").asString("the change was not taken")));
        }
        return words;
    }
}
