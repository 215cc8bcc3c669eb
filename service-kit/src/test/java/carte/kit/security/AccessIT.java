package carte.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A service that trusts an issuer, and what it answers to tokens of all kinds. */
@ExtendWith(OutputCaptureExtension.class)
class AccessIT {

    private static final String MAMA_PUT = "NG-mama-put-ikeja";
    private static final String MENU = "/api/v1/restaurants/" + MAMA_PUT + "/menu";

    private static final TestIssuer ISSUER = TestIssuer.shared();
    private static final TokenSigner SIGNER = ISSUER.signer();

    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void open() {
        service = start("--" + ISSUER.setting());
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void tellsHandlersWhoCalls() {
        put(service, SIGNER.restaurants(MAMA_PUT)).expectStatus().isOk()
                .expectBody(String.class).isEqualTo(MAMA_PUT + " saved {}");
        put(service, SIGNER.operator()).expectStatus().isOk()
                .expectBody(String.class).isEqualTo("operator saved {}");
    }

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void refusesTokensThatAreWrong(Forgery forgery) {
        refused(put(service, forgery.made(SIGNER)), 401, "unauthorized",
                "Bearer realm=\"carte\", error=\"invalid_token\"");
    }

    @Test
    void refusesACallWithoutAToken() {
        refused(put(service, ""), 401, "unauthorized", "Bearer realm=\"carte\"");
        refused(client(service).put().uri(MENU).header("Authorization", "Basic bWFtYTpwdXQ=")
                .exchange(), 401, "unauthorized", "Bearer realm=\"carte\"");
    }

    @Test
    void refusesAnotherRestaurantsToken() {
        refused(put(service, SIGNER.restaurants("NG-suya-spot")), 403, "forbidden",
                "Bearer realm=\"carte\", error=\"insufficient_scope\"");
    }

    @Test
    void takesATokenThatHasJustEnded() {
        JWTClaimsSet claims = new JWTClaimsSet.Builder(SIGNER.claims(MAMA_PUT).build())
                .claim("restaurants", List.of(MAMA_PUT))
                .issueTime(Date.from(Instant.now().minusSeconds(3_600)))
                .expirationTime(Date.from(Instant.now().minusSeconds(2)))
                .build();
        assertThat(status(put(service, SIGNER.sign(claims)))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer let-me-in", "Bearer", "Bearer a b", "Basic x", "nonsense"})
    void looksAtNoTokenOfACustomer(String authorization) {
        client(service).get().uri(MENU).header("Authorization", authorization).exchange()
                .expectStatus().isOk()
                .expectBody(String.class).isEqualTo("anonymous sees " + authorization);
    }

    @Test
    void tellsEverybodyWhatThereIsNot() {
        assertThat(status(call(HttpMethod.POST, "/api/v1/nothing"))).isEqualTo(404);
        assertThat(status(call(HttpMethod.POST, "/"))).isEqualTo(404);
        call(HttpMethod.DELETE, MENU).expectStatus().isEqualTo(405)
                .expectHeader().valueEquals("Allow", "GET, PUT")
                .expectBody().jsonPath("$.type").isEqualTo("urn:problem:carte:method-not-allowed");
    }

    @Test
    void allowsNobodyARouteThatTheRuleDoesNotKnow() {
        assertThat(status(call(HttpMethod.POST, "/secret"))).isEqualTo(401);
        assertThat(status(client(service).post().uri("/secret")
                .header("Authorization", "Bearer " + SIGNER.operator()).exchange()))
                .isEqualTo(403);
    }

    @Test
    void saysThatTokensCannotBeVerifiedWhileTheIssuerIsAway(CapturedOutput output) {
        String token = SIGNER.operator();
        try (var alone = start("--spring.security.oauth2.resourceserver.jwt.issuer-uri="
                + "http://localhost:1")) {
            put(alone, token).expectStatus().isEqualTo(503)
                    .expectHeader().valueEquals("Retry-After", "1")
                    .expectBody().jsonPath("$.type").isEqualTo("urn:problem:carte:unavailable");
            assertThat(status(put(alone, ""))).isEqualTo(401);
            assertThat(status(client(alone).get().uri(MENU).header("Authorization", "x")
                    .exchange())).isEqualTo(200);
        }
        assertThat(output).contains("a token could not be verified").doesNotContain(token)
                .doesNotContain("generated security password");
    }

    @Test
    void verifiesTokensOnceTheIssuerIsBack() {
        TestIssuer away = new TestIssuer();
        away.close();
        try (var early = start("--" + away.setting())) {
            assertThat(status(put(early, away.signer().operator()))).isEqualTo(503);
            try (TestIssuer back = new TestIssuer(away.port())) {
                assertThat(status(put(early, back.signer().operator()))).isEqualTo(200);
            }
        }
    }

    private static int status(ResponseSpec answer) {
        return answer.expectBody().returnResult().getStatus().value();
    }

    private static void refused(ResponseSpec answer, int status, String type, String challenge) {
        answer.expectStatus().isEqualTo(status)
                .expectHeader().valueEquals("WWW-Authenticate", challenge)
                .expectHeader().contentType("application/problem+json")
                .expectHeader().doesNotExist("Set-Cookie")
                .expectBody().jsonPath("$.type").isEqualTo("urn:problem:carte:" + type);
    }

    private static ResponseSpec put(ConfigurableApplicationContext to, String token) {
        var request = client(to).put().uri(MENU);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.bodyValue("{}").exchange();
    }

    private static ResponseSpec call(HttpMethod method, String path) {
        return client(service).method(method).uri(path).exchange();
    }

    private static WebTestClient client(ConfigurableApplicationContext to) {
        return WebTestClient.bindToServer().baseUrl("http://localhost:"
                + to.getEnvironment().getProperty("local.server.port")).build();
    }

    private static ConfigurableApplicationContext start(String setting) {
        return new SpringApplication(Menus.class).run("--server.port=0", setting,
                "--spring.autoconfigure.exclude="
                        + "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Menus {

        /** Event loops are shared in a JVM otherwise, and stopped by the first to stop. */
        @Bean
        ReactorResourceFactory reactorResourceFactory() {
            ReactorResourceFactory resources = new ReactorResourceFactory();
            resources.setUseGlobalResources(false);
            return resources;
        }

        @Bean
        Calls calls() {
            return new Calls();
        }
    }

    @RestController
    static class Calls {

        @PutMapping("/api/v1/restaurants/{id}/menu")
        String replace(Caller caller, @RequestBody String body) {
            return caller.name() + " saved " + body;
        }

        @GetMapping("/api/v1/restaurants/{id}/menu")
        String read(Caller caller, @RequestHeader("Authorization") String authorization) {
            return caller.name() + " sees " + authorization;
        }

        @PostMapping("/secret")
        String secret() {
            return "served";
        }
    }
}
