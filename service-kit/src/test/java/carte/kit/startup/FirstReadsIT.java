package carte.kit.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a service asks itself for as it starts. */
class FirstReadsIT {

    @Test
    void areMadeInTurnBeforeTheServiceIsReady() {
        try (ConfigurableApplicationContext service = start(7,
                "/api/v1/restaurants?country=NG,/api/v1/restaurants?country=KE")) {
            assertThat(reads(service)).containsExactly("NG before", "KE before", "NG before",
                    "KE before", "NG before", "KE before", "NG before");
            assertThat(state(service)).isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    @Test
    void leaveOutWhatFailsAndTheServiceIsReady() {
        try (ConfigurableApplicationContext service = start(3,
                "/api/v1/nothing,/api/v1/restaurants?country=NG")) {
            assertThat(reads(service)).containsExactly("NG before", "NG before", "NG before");
            assertThat(state(service)).isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    @Test
    void endWhereAllFailsAndTheServiceIsReady() {
        try (ConfigurableApplicationContext service = start(7,
                "/api/v1/nothing,/api/v1/restaurants")) {
            assertThat(reads(service)).isEmpty();
            assertThat(state(service)).isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    @Test
    void areNotBegunAfterTheTimeTheyHave() {
        FirstReads none = new FirstReads(new FirstReadsSettings(
                List.of("/api/v1/restaurants"), 7, Duration.ZERO), () -> {
                    throw new AssertionError("asked");
                });
        assertThat(none).satisfies(reads -> reads.run(new DefaultApplicationArguments()));
    }

    @Test
    void wantPaths() {
        assertThatThrownBy(() -> new FirstReadsSettings(
                List.of("http://example.com"), 1, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("targets");
    }

    private static ConfigurableApplicationContext start(int times, String targets) {
        return new SpringApplication(Restaurants.class).run("--server.port=0",
                "--server.address=127.0.0.1", "--carte.shutdown.quiet=0s",
                "--carte.first-reads.targets=" + targets, "--carte.first-reads.times=" + times,
                "--spring.autoconfigure.exclude="
                        + "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration");
    }

    private static Queue<String> reads(ConfigurableApplicationContext service) {
        return service.getBean(Restaurants.class).reads;
    }

    private static ReadinessState state(ConfigurableApplicationContext service) {
        return service.getBean(ApplicationAvailability.class).getReadinessState();
    }

    @RestController
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Restaurants {

        private final Queue<String> reads = new ConcurrentLinkedQueue<>();
        private final ApplicationAvailability availability;

        Restaurants(ApplicationAvailability availability) {
            this.availability = availability;
        }

        @GetMapping("/api/v1/restaurants")
        String list(@RequestParam String country,
                @RequestHeader("traceparent") String traceParent) {
            assertThat(traceParent).endsWith("-00");
            boolean ready = availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
            reads.add(country + (ready ? " after" : " before"));
            return "[]";
        }

        /** The threads that all other contexts of this JVM use must outlive this one. */
        @Bean
        ReactorResourceFactory reactorResourceFactory() {
            ReactorResourceFactory own = new ReactorResourceFactory();
            own.setUseGlobalResources(false);
            return own;
        }
    }
}
