package carte.gateway.docs;

import carte.contracts.json.ContractJson;
import carte.gateway.route.OwnRead;
import carte.kit.openapi.Handler;
import carte.kit.openapi.OpenApiDocument;
import carte.kit.openapi.PublicCall;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What the gateway answers by itself and no service describes. */
final class OwnCalls {

    private OwnCalls() {}

    static ObjectNode document(List<OwnRead> reads) {
        List<Handler> handlers = reads.stream()
                .filter(read -> read.getClass().isAnnotationPresent(PublicCall.class))
                .map(read -> new Handler(
                        "GET", read.template(), List.of(), read.getClass(), read.getClass()))
                .toList();
        ObjectNode document = OpenApiDocument.of(
                handlers, reads.stream().map(OwnRead::shapes).toList());
        // As it would be read from a service: a number that was never text may be another type.
        return (ObjectNode) ContractJson.mapper().readTree(document.toString());
    }
}
