package carte.local.contract;

import carte.local.contract.ApiDocument.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The examples of a document, held against the schemas beside them. */
public final class Examples {

    private final ApiDocument document;
    private final AnswerCheck check;

    /** Takes the document. */
    public Examples(ApiDocument document) {
        this.document = document;
        this.check = new AnswerCheck(document);
    }

    /** Returns what is wrong with the examples, and where one is missing. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Operation operation : document.operations()) {
            operation.bodies().forEach(
                    (type, media) -> check(operation + " takes " + type, media, faults));
            ApiDocument.fields(operation.node().path("responses")).forEach((status, response) -> {
                if (Integer.parseInt(status) < 400) {
                    ApiDocument.fields(response.path("content")).forEach((type, media) -> check(
                            operation + " answers " + status, media, faults));
                }
            });
        }
        JsonNode problem = document.root().at("/components/schemas/Problem");
        for (Map.Entry<String, JsonNode> example : document.root().at("/components/examples")
                .properties()) {
            validate("the example " + example.getKey(), problem, example.getValue().get("value"),
                    faults);
        }
        return faults;
    }

    private void check(String where, JsonNode media, List<String> faults) {
        if (!media.has("example") && media.path("examples").isEmpty()) {
            faults.add(where + " without an example");
        }
        if (media.has("example")) {
            validate(where, media.path("schema"), media.path("example"), faults);
        }
        ApiDocument.fields(media.path("examples")).forEach((name, example) -> validate(
                where + ", " + name, media.path("schema"), example.path("value"), faults));
    }

    private void validate(String where, JsonNode schema, JsonNode example, List<String> faults) {
        check.schema(schema).validate(example)
                .forEach(error -> faults.add(where + ": " + error));
    }
}
