package carte.gateway;

import static carte.gateway.Problems.assertProblem;
import static carte.gateway.RunningGateway.JOLLOF;
import static carte.gateway.RunningGateway.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.embedded.EmbeddedRedis;
import carte.kit.security.TestIssuer;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a client sees that asks more often than it may. */
class RateLimitIT {

    private static final int BURST = 5;

    @Test
    void refusesWhatOneClientAsksTooOftenAndLetsAllInWhileRedisIsAway() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.builder().start();
                StubService service = new StubService();
                RunningGateway gateway = new RunningGateway(List.of(service.address()),
                        List.of(service.address()),
                        "--spring.data.redis.host=" + redis.host(),
                        "--spring.data.redis.port=" + redis.port(),
                        "--carte.limits.rate.timeout=10s", "--carte.limits.rate.reads=1",
                        "--carte.limits.rate.reads-burst=" + BURST,
                        "--carte.limits.rate.writes=1",
                        "--carte.limits.rate.writes-burst=" + BURST)) {
            service.answers(200, "menu");
            // Nobody is counted until Redis has been found.
            HttpResponse<byte[]> refused = await().until(() -> gateway.get(ORDER),
                    answer -> answer.statusCode() == 429);
            assertProblem(refused, 429, "too-many-requests").contains("1 reads a second");
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");

            assertThat(patch(gateway, "NG-ama")).as("writes are counted apart").isEqualTo(200);
            await().until(() -> patch(gateway, "NG-ama") == 429);
            assertThat(patch(gateway, "NG-kofi")).as("somebody else").isEqualTo(200);
            await().until(() -> gateway.get(ORDER).statusCode() == 200);

            await().until(() -> knock(gateway) == 302);
            await().until(() -> knock(gateway) == 429);

            redis.stop();
            await().until(() -> uncounted(gateway) > 0);
            for (int i = 0; i < 3 * BURST; i++) {
                assertThat(gateway.get(ORDER).statusCode()).isEqualTo(200);
            }
            redis.start();
            await().until(() -> gateway.get(ORDER).statusCode() == 429);
        }
    }

    /** Returns the answer to somebody who wants to see the console and has not logged in. */
    private static int knock(RunningGateway gateway) throws Exception {
        return gateway.send(gateway.withoutToken("/admin").GET()
                .header("Accept", "text/html")).statusCode();
    }

    private static int patch(RunningGateway gateway, String name) throws Exception {
        String token = TestIssuer.shared().signer()
                .restaurants(name, "NG-mama-put-ikeja");
        return gateway.send(gateway.to(JOLLOF, "Bearer " + token)
                .method("PATCH", BodyPublishers.ofString("{}"))).statusCode();
    }

    private static double uncounted(RunningGateway gateway) throws Exception {
        gateway.get(ORDER);
        return gateway.context().getBean(MeterRegistry.class).get("carte.limit.uncounted").counter()
                .count();
    }
}
