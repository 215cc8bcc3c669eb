package carte.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class BrokerLogLevelsTest {

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

    @Test
    void keepsBrokerToItsWarningsAcrossResets() {
        BrokerLogLevels.warningsOnly();
        assertThat(levelOf("kafka.server.BrokerServer")).isEqualTo(Level.WARN);

        context.reset();

        assertThat(levelOf("org.apache.kafka.raft.KafkaRaftClient")).isEqualTo(Level.WARN);
    }

    @Test
    void leavesLevelThatOwnerHasSet() {
        context.getLogger("state.change.logger").setLevel(Level.TRACE);

        BrokerLogLevels.warningsOnly();

        assertThat(levelOf("state.change.logger")).isEqualTo(Level.TRACE);
    }

    private Level levelOf(String logger) {
        return context.getLogger(logger).getEffectiveLevel();
    }
}
