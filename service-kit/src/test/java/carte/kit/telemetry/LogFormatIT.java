package carte.kit.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a line of the log looks, for people and in containers. */
@ExtendWith(OutputCaptureExtension.class)
class LogFormatIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String NO_TRACE = "0000000000000000000000000000cafe";

    @AfterEach
    void restore() {
        LoggingSystem.get(getClass().getClassLoader()).cleanUp();
    }

    @Test
    void inContainersALineIsAnObjectOfTheElasticCommonSchema(CapturedOutput output) {
        log(TRACE, "--logging.structured.format.console=ecs",
                "--spring.application.name=menu-service");

        JsonNode line = output.getOut().lines().filter(each -> each.contains("jollof is out"))
                .map(each -> JsonMapper.shared().readTree(each)).findFirst().orElseThrow();
        assertThat(line.at("/@timestamp").isString()).isTrue();
        assertThat(line.at("/log/level").stringValue()).isEqualTo("WARN");
        assertThat(line.at("/message").stringValue()).isEqualTo("jollof is out");
        assertThat(line.at("/service/name").stringValue()).isEqualTo("menu-service");
        assertThat(line.toString()).contains("\"" + TRACE + "\"").doesNotContain("trace_id");
        assertThat(line.path("trace.id").asString(line.at("/trace/id").asString("")))
                .isEqualTo(TRACE);
    }

    @Test
    void onATerminalALineEndsWithItsTrace(CapturedOutput output) {
        log(TRACE);
        log(NO_TRACE);
        assertThat(output.getOut().lines().filter(each -> each.contains("jollof is out")))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("jollof is out [" + TRACE + "]"),
                        line -> assertThat(line).endsWith("jollof is out"));
    }

    private static void log(String trace, String... settings) {
        SpringApplication service = new SpringApplication(Nothing.class);
        service.setWebApplicationType(WebApplicationType.NONE);
        try (var _ = service.run(settings); var _ = MDC.putCloseable("trace_id", trace)) {
            LoggerFactory.getLogger("carte.menu").warn("jollof is out");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
