package carte.kit.shutdown;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A service that is asked to end while it is being asked for things. */
class LeavingIT {

    private static final String READINESS = "/readyz";
    private static final String RESTAURANTS = "/api/v1/restaurants";

    private final HttpClient client = HttpClient.newHttpClient();
    private ConfigurableApplicationContext service;
    private URI address;

    @BeforeEach
    void start() {
        service = new SpringApplication(Restaurants.class).run("--server.port=0",
                "--server.address=127.0.0.1", "--carte.shutdown.quiet=400ms",
                "--carte.shutdown.longest=60s",
                "--spring.autoconfigure.exclude="
                        + "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration");
        address = URI.create("http://127.0.0.1:"
                + service.getEnvironment().getProperty("local.server.port"));
    }

    @AfterEach
    void close() {
        service.close();
        client.close();
    }

    @Test
    void servesUntilNobodyAsksAnyMore() throws Exception {
        assertThat(get(READINESS).statusCode()).isEqualTo(200);
        assertThat(get(RESTAURANTS).headers().firstValue("Connection")).isEmpty();

        CompletableFuture<Void> end = CompletableFuture.runAsync(service::close);
        await().until(() -> get(READINESS).statusCode() == 503);

        // More often than it takes for quiet, and many times as long.
        for (int request = 0; request < 40; request++) {
            HttpResponse<String> answer = get(RESTAURANTS);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Connection")).hasValue("close");
            assertThat(end).isNotDone();
        }
        await().until(end::isDone);
        assertThat(end).isCompleted();
    }

    @Test
    void finishesWhatItHasBegun() throws Exception {
        CompletableFuture<HttpResponse<String>> slow = client.sendAsync(
                HttpRequest.newBuilder(address.resolve(RESTAURANTS + "/NG-slow")).build(),
                BodyHandlers.ofString());
        Restaurants rest = service.getBean(Restaurants.class);
        assertThat(rest.begun.await(30, SECONDS)).isTrue();

        CompletableFuture<Void> end = CompletableFuture.runAsync(service::close);
        await().until(() -> service.getBean(Leaving.class).hasBegun());
        assertThat(end).isNotDone();
        rest.answer.tryEmitValue("at last");

        assertThat(slow.get(30, SECONDS).body()).isEqualTo("at last");
        await().until(end::isDone);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address.resolve(path)).build(),
                BodyHandlers.ofString());
    }

    @RestController
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Restaurants {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final Sinks.One<String> answer = Sinks.one();

        @GetMapping(RESTAURANTS)
        String list() {
            return "[]";
        }

        @GetMapping(RESTAURANTS + "/NG-slow")
        Mono<String> slow() {
            begun.countDown();
            return answer.asMono();
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
