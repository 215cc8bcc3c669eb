package carte.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.json.ContractJson;
import carte.gateway.route.OwnRead;
import carte.gateway.route.RouteTable;
import carte.kit.openapi.Audience;
import carte.kit.openapi.PublicCall;
import carte.kit.openapi.SharedParameter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

class OwnCallsTest {

    @PublicCall(id = "read", summary = "Reads", audience = Audience.CUSTOMERS,
            parameters = SharedParameter.MIN_VERSION)
    private static final class Read implements OwnRead {

        @Override
        public String template() {
            return RouteTable.PAGE_TEMPLATE;
        }

        @Override
        public Mono<Void> handle(ServerWebExchange exchange) {
            return Mono.empty();
        }
    }

    @Test
    void describeSharedPartsAsServicesDo() {
        ObjectNode own = OwnCalls.document(List.of(new Read()));
        ObjectNode service = (ObjectNode) ContractJson.mapper().readTree(own.toString());
        service.remove("paths");

        assertThat(ApiMerge.of(List.of(own, service)).at("/components/parameters/MinVersion")
                .isMissingNode()).isFalse();
    }
}
