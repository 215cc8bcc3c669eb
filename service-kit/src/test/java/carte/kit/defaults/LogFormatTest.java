package carte.kit.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a line of the log looks, for people and in containers. */
class LogFormatTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String NO_TRACE = "0000000000000000000000000000cafe";

    private final StandardEnvironment environment = new StandardEnvironment();
    private final LoggerContext logback = new LoggerContext();

    LogFormatTest() {
        new SuiteDefaults().postProcessEnvironment(environment, new SpringApplication());
        logback.putObject(Environment.class.getName(), environment);
    }

    @Test
    void inContainersALineIsAnObjectOfTheElasticCommonSchema() {
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setFormat("ecs");

        JsonNode line = JsonMapper.shared().readTree(line(encoder, TRACE));

        assertThat(line.at("/@timestamp").isString()).isTrue();
        assertThat(line.at("/log/level").stringValue()).isEqualTo("WARN");
        assertThat(line.at("/message").stringValue()).isEqualTo("jollof is out");
        assertThat(line.path("trace.id").asString(line.at("/trace/id").asString("")))
                .isEqualTo(TRACE);
        assertThat(line.toString()).doesNotContain("trace_id", "trace_flags");
    }

    @Test
    void onATerminalALineEndsWithItsTrace() {
        assertThat(line(terminal(), TRACE)).endsWith("jollof is out [" + TRACE + "]");
        assertThat(line(terminal(), NO_TRACE)).endsWith("jollof is out");
        assertThat(line(terminal(), "")).endsWith("jollof is out");
    }

    private PatternLayoutEncoder terminal() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setPattern(environment.getRequiredProperty("logging.pattern.console"));
        return encoder;
    }

    private String line(Encoder<ILoggingEvent> encoder, String trace) {
        encoder.setContext(logback);
        encoder.start();
        LoggingEvent event = new LoggingEvent("", logback.getLogger("carte.menu"), Level.WARN,
                "jollof is out", null, null);
        event.setMDCPropertyMap(trace.isEmpty()
                ? Map.of()
                : Map.of("trace_id", trace, "span_id", "00f067aa0ba902b7", "trace_flags", "01"));
        return new String(encoder.encode(event), StandardCharsets.UTF_8).strip();
    }
}
