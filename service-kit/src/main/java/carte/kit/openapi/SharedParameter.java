package carte.kit.openapi;

import carte.contracts.http.CarteHeaders;
import carte.contracts.json.ContractJson;
import carte.kit.http.MinVersion;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.node.ObjectNode;

/** A parameter that many calls take, described once in the document's components. */
public enum SharedParameter {
    IF_MATCH(HttpHeaders.IF_MATCH, "header", true, """
            The version that is to be replaced, in quotes, or `*` for any. If the menu has another \
            one by now, nothing is changed (412).""", """
            {"type": "string", "pattern": "^(\\\\*|\\"[0-9]{1,18}\\")$"}""", "\"7\""),
    IF_MATCH_OPTIONAL(HttpHeaders.IF_MATCH, "header", false, """
            Changes the menu only if this is its version, in quotes; else it is 412.""", """
            {"type": "string", "pattern": "^(\\\\*|\\"[0-9]{1,18}\\")$"}""", "*"),
    IF_NONE_MATCH(HttpHeaders.IF_NONE_MATCH, "header", false, """
            The `ETag` of an earlier answer; if it still holds, the answer is 304.""", """
            {"type": "string"}""", PublicCall.NONE),
    ACCEPT_LANGUAGE(HttpHeaders.ACCEPT_LANGUAGE, "header", false, """
            Languages of the reader (RFC 9110). Names and descriptions come in the first of them \
            that the menu has; `Content-Language` says so.""", """
            {"type": "string"}""", PublicCall.NONE),
    IDEMPOTENCY_KEY(CarteHeaders.IDEMPOTENCY_KEY, "header", false, """
            A name of your own for this one write, such as `2f1c-breakfast-prices`. Sent again \
            within 24 hours it changes nothing more. Each restaurant has its own names.""", """
            {"type": "string", "pattern": "^[\\\\x21-\\\\x7E]{1,255}$"}""", PublicCall.NONE),
    MIN_VERSION(MinVersion.NAME, "query", false, """
            Never answer less than this version: what a write answered as `Menu-Version`.""", """
            {"type": "integer", "minimum": 1, "maximum": 999999999999999999}""", "1"),
    LAST_EVENT_ID("Last-Event-ID", "header", false, """
            The id of the event that the page has seen last; browsers send it by themselves when \
            they come back.""", """
            {"type": "string", "pattern": "^[1-9][0-9]{0,17}$"}""", "1");

    private final String header;
    private final String place;
    private final boolean required;
    private final String description;
    private final String schema;
    private final String example;

    SharedParameter(String header, String place, boolean required, String description,
            String schema, String example) {
        this.header = header;
        this.place = place;
        this.required = required;
        this.description = description;
        this.schema = schema;
        this.example = example;
    }

    String key() {
        return ComponentNames.of(this);
    }

    ObjectNode describe() {
        ObjectNode parameter = ContractJson.mapper().createObjectNode()
                .put("name", header)
                .put("in", place)
                .put("required", required)
                .put("description", description);
        parameter.set("schema", ContractJson.mapper().readTree(schema));
        // Pages to try calls with fill examples in: only what does no harm there is one.
        if (schema.contains("integer")) {
            parameter.put("example", Long.parseLong(example));
        } else if (!example.isEmpty()) {
            parameter.put("example", example);
        }
        return parameter;
    }
}
