package carte.kit.redis;

import static org.assertj.core.api.Assertions.assertThat;

import carte.embedded.EmbeddedRedis;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/** All of a service ask Redis on one connection, with the driver set up as services have it. */
class SlowReaderIT {

    private static final String HASH = "hash";
    /** More than the 32 that operators on the way ask for ahead. */
    private static final int FIELDS = 64;
    private static final String FIELD = "x".repeat(16_384);
    /** Of a command, and far more than any takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void whoDoesNotTakeAnAnswerHoldsNobodyUp() {
        try (EmbeddedRedis server = EmbeddedRedis.builder().start()) {
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(
                            LettuceAutoConfiguration.class,
                            DataRedisAutoConfiguration.class,
                            DataRedisReactiveAutoConfiguration.class))
                    .withPropertyValues(
                            "spring.data.redis.host=127.0.0.1",
                            "spring.data.redis.port=" + server.port(),
                            "spring.data.redis.timeout=" + PATIENCE)
                    .run(context -> readSlowly(
                            context.getBean(ReactiveStringRedisTemplate.class)));
        }
    }

    /** Of an answer far longer than what is read at once, most is left lying at first. */
    private static void readSlowly(ReactiveStringRedisTemplate redis) {
        redis.opsForHash().putAll(HASH, IntStream.range(0, FIELDS).boxed()
                .collect(Collectors.toMap(String::valueOf, _ -> FIELD))).block(PATIENCE);

        Iterator<Entry<String, String>> slow = redis.<String, String>opsForHash().entries(HASH)
                .toIterable(1).iterator();
        assertThat(slow.next().getValue()).isEqualTo(FIELD);
        // Sooner than the timeout of the slow command, which would set the connection free.
        assertThat(redis.hasKey(HASH).block(PATIENCE.dividedBy(4))).isTrue();
        assertThat(slow).toIterable().hasSize(FIELDS - 1)
                .allSatisfy(field -> assertThat(field.getValue()).isEqualTo(FIELD));
    }
}
