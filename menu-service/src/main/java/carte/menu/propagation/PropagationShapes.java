package carte.menu.propagation;

import carte.kit.openapi.ApiShapes;
import carte.kit.openapi.Shapes;
import org.springframework.stereotype.Component;

/** How the way of a version looks as JSON. */
@Component
final class PropagationShapes implements ApiShapes {

    @Override
    public void describe(Shapes shapes) {
        shapes.of(Propagation.class)
                .is("How far a version has come, by the clock of its database.")
                .with("version", "{\"minimum\": 1}")
                .field("kafkaAckedAt", "When Kafka had it; null while not known.")
                .field("redisAppliedAt", "When Redis had it; null while not known.")
                .field("gateways", "The gateways that show it, first who had it first.")
                .field("traceId", "Of the request that made it (W3C); null if not traced.");
        shapes.of(Propagation.Seen.class).named("GatewaySighting")
                .is("A gateway shows the version since then.");
    }
}
