package carte.kit.openapi;

import carte.contracts.http.CarteHeaders;
import carte.contracts.json.ContractJson;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.node.ObjectNode;

/** A header that many answers have, described once in the document's components. */
public enum SharedHeader {
    ETAG(HttpHeaders.ETAG, "The menu's version in quotes, for If-Match and If-None-Match;"
            + " of a translation with its language, which If-Match does not take.", """
                    {"type": "string", "pattern": "^\\"[0-9]+(;[a-z0-9-]+)?\\"$"}""", "\"7\""),
    CONTENT_TAG(HttpHeaders.ETAG, "Says that all of it is the same, for If-None-Match.", """
            {"type": "string", "pattern": "^\\"[0-9a-f]+\\"$"}""",
            "\"a3f1c07be2d94460c1b2a877\""),
    MENU_VERSION(CarteHeaders.MENU_VERSION, "The menu's version.", """
            {"type": "string", "pattern": "^[0-9]+$"}""", "7"),
    AS_OF(CarteHeaders.AS_OF, "The moment at which this was provably the newest version.", """
            {"type": "string", "format": "date-time"}""", "2026-11-23T17:10:11.123Z"),
    CACHE_STATUS(CarteHeaders.CACHE_STATUS, "Which tier answered (RFC 9211).", """
            {"type": "string"}""", "carte-edge; hit"),
    VARY(HttpHeaders.VARY, "What of the request the answer depends on.", """
            {"type": "string"}""", "accept-encoding, accept-language"),
    CONTENT_LANGUAGE(HttpHeaders.CONTENT_LANGUAGE,
            "In whose words it is; absent where it is in the menu's own.", """
                    {"type": "string"}""", "fr"),
    CONTENT_DISPOSITION(HttpHeaders.CONTENT_DISPOSITION, "A name for the file (RFC 6266).", """
            {"type": "string"}""", "attachment; filename=\"NG-mama-put-ikeja-v7.csv\""),
    LOCATION(HttpHeaders.LOCATION, "The address of what was made.", """
            {"type": "string", "format": "uri-reference"}""",
            "/api/v1/restaurants/NG-mama-put-ikeja"),
    TRACE_RESPONSE(CarteHeaders.TRACE_RESPONSE, "The trace of this request (W3C Trace Context).",
            """
                    {"type": "string"}""",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
    RETRY_AFTER(HttpHeaders.RETRY_AFTER, "Seconds after which to try again.", """
            {"type": "string", "pattern": "^[0-9]+$"}""", "1"),
    WWW_AUTHENTICATE(HttpHeaders.WWW_AUTHENTICATE, "How to say who you are (RFC 6750).", """
            {"type": "string"}""", "Bearer");

    private final String header;
    private final String description;
    private final String schema;
    private final String example;

    SharedHeader(String header, String description, String schema, String example) {
        this.header = header;
        this.description = description;
        this.schema = schema;
        this.example = example;
    }

    String header() {
        return header;
    }

    String key() {
        return ComponentNames.of(this);
    }

    /** Whether every answer that is said to have it does. */
    private boolean isAlwaysThere() {
        return switch (this) {
            // Nobody traces where no agent runs, and menus have words of their own.
            case TRACE_RESPONSE, CONTENT_LANGUAGE -> false;
            default -> true;
        };
    }

    ObjectNode describe() {
        ObjectNode node = ContractJson.mapper().createObjectNode()
                .put("description", description)
                .put("required", isAlwaysThere());
        node.set("schema", ContractJson.mapper().readTree(schema));
        return node.put("example", example);
    }
}
