package carte.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.MenuVersion;
import carte.gateway.proxy.EarlyRefusals;
import carte.gateway.route.OwnRead;
import carte.gateway.route.RouteTable;
import carte.gateway.route.Service;
import carte.gateway.shed.Places;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class HotPathTest {

    private final ReadsUnderTest asked = ReadsUnderTest.pausingLong();
    private final AtomicBoolean leaving = new AtomicBoolean();
    private final AtomicLong nanos = new AtomicLong();
    private final Places menus = new Places(1, 10, Duration.ofMillis(100), nanos::get, () -> {});
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final EmbeddedChannel channel = new EmbeddedChannel(new HotPath(asked.reads,
            new EarlyRefusals(Map.of(Service.MENU, menus,
                    Service.ORDER, new Places(1, 1, Duration.ofMillis(1), () -> 0, () -> {})),
                    List.of(keptLists()), meters),
            leaving::get));

    @BeforeEach
    void keepAMenu() {
        asked.gateway.load(asked.id, 7, 20);
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void aMenuThatIsKeptIsAnsweredAtOnce() {
        channel.writeInbound(get());
        FullHttpResponse answer = Objects.requireNonNull(channel.readOutbound());
        assertThat(answer.status()).isEqualTo(HttpResponseStatus.OK);
        assertThat(answer.headers().get("Cache-Status")).isEqualTo("carte-edge; hit");
        assertThat(passedOn()).isFalse();
        ReferenceCountUtil.release(answer);
    }

    @Test
    void beforeAnEndTheFrameworkAnswersSoThatItEndsTheConnection() {
        leaving.set(true);
        channel.writeInbound(get());
        assertThat(passedOn()).isTrue();
    }

    @Test
    void whatItsServiceCannotDoIsRefusedAtOnceAndMenusAreAnsweredStill() {
        overrun();

        channel.writeInbound(request(HttpMethod.GET, "/api/v1/restaurants?country=NG"));
        FullHttpResponse refusal = Objects.requireNonNull(channel.readOutbound());
        assertThat(refusal.status().code()).isEqualTo(503);
        assertThat(refusal.headers().get("Retry-After")).isEqualTo("1");
        assertThat(refusal.headers().get("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refusal.content().toString(StandardCharsets.UTF_8))
                .contains("urn:problem:carte:overloaded", "menu-service");
        ReferenceCountUtil.release(refusal);
        assertThat(passedOn()).isFalse();
        assertThat(meters.get("http.server.requests").tags("status", "503",
                "uri", "/api/v1/restaurants").timer().count()).isEqualTo(1);

        channel.writeInbound(get());
        FullHttpResponse menu = Objects.requireNonNull(channel.readOutbound());
        assertThat(menu.status()).isEqualTo(HttpResponseStatus.OK);
        ReferenceCountUtil.release(menu);
        assertThat(passedOn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/orders/o-1", "/api/v1/restaurants?country=KE",
            "/api/v1/restaurants?ids=a&min_version=3",
            "/api/v1/orders/o-1/events", "/readyz", "/"})
    void whatMayBeAnsweredIsNotRefused(String uri) {
        overrun();
        channel.writeInbound(request(HttpMethod.GET, uri));
        assertThat(passedOn()).isTrue();
    }

    @Test
    void nothingIsRefusedWhileTheServiceHasPlaces() {
        channel.writeInbound(request(HttpMethod.GET, "/api/v1/restaurants?country=NG"));
        assertThat(passedOn()).isTrue();
    }

    @Test
    void aMenuIsAnsweredInALanguageOnceThatFormIsMade() {
        asked.gateway.loadTranslated(asked.id, 8, 20);
        channel.writeInbound(in("fr"));
        assertThat(passedOn()).isTrue();
        channel.writeOutbound(noContent());
        channel.outboundMessages().clear();

        asked.reads.read(asked.id.value(), MenuVersion.NONE, List.of("fr")).block();
        channel.writeInbound(in("fr"));
        FullHttpResponse answer = Objects.requireNonNull(channel.readOutbound());
        assertThat(answer.headers().get("ETag")).isEqualTo("\"8;fr\"");
        assertThat(answer.headers().get("Content-Language")).isEqualTo("fr");
        assertThat(answer.content().toString(StandardCharsets.UTF_8)).contains("Riz jollof 8\",");
        ReferenceCountUtil.release(answer);
        channel.writeInbound(in("sw"));
        FullHttpResponse own = Objects.requireNonNull(channel.readOutbound());
        assertThat(own.headers().get("ETag")).isEqualTo("\"8\"");
        assertThat(own.headers().contains("Content-Language")).isFalse();
        ReferenceCountUtil.release(own);
    }

    @Test
    void aClientThatDoesNotTakeItsAnswersGetsNoMoreOfThemFromHere() {
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(1, 2));
        var _ = channel.writeOneInbound(get());
        assertThat(channel.isWritable()).isFalse();

        var _ = channel.writeOneInbound(get());
        assertThat(passedOn()).isTrue();

        channel.flushInbound();
        assertThat(channel.outboundMessages()).hasSize(1);
    }

    @Test
    void afterTheLastRequestNothingIsAnswered() {
        HttpRequest last = get();
        last.headers().set(HttpHeaderNames.CONNECTION, "close");
        var _ = channel.writeOneInbound(last);
        var _ = channel.writeOneInbound(get());
        assertThat(channel.outboundMessages()).isEmpty();
        channel.flushOutbound();
        assertThat(channel.outboundMessages()).hasSize(1);
        assertThat(passedOn()).isFalse();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void answersKeepTheOrderOfTheRequests() {
        channel.writeInbound(request(HttpMethod.GET, "/api/v1/restaurants"));
        assertThat(passedOn()).isTrue();
        channel.writeInbound(get());
        assertThat(passedOn()).as("the one before is not answered").isTrue();

        channel.writeOutbound(noContent());
        channel.writeOutbound(noContent());
        channel.outboundMessages().clear();
        channel.writeInbound(get());
        assertThat(passedOn()).isFalse();
        assertThat(channel.outboundMessages()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"Host, other.example", "Content-Length, 0", "Expect, 100-continue",
            "Upgrade, h2c", "Accept, text/html"})
    void whateverIsNotPlainIsPassedOn(String header, String value) {
        HttpRequest request = get();
        request.headers().add(header, value);
        channel.writeInbound(request);
        assertThat(passedOn()).isTrue();
    }

    @Test
    void otherMethodsAndAddressesArePassedOn() {
        channel.writeInbound(request(HttpMethod.HEAD, menu()));
        channel.writeInbound(request(HttpMethod.GET, menu() + "?min_version=7"));
        channel.writeInbound(request(HttpMethod.GET, "/api/v1/restaurants//menu"));
        assertThat(channel.inboundMessages()).hasSize(3);
        assertThat(channel.outboundMessages()).isEmpty();
    }

    private boolean passedOn() {
        Object message = channel.readInbound();
        ReferenceCountUtil.release(message);
        return message != null;
    }

    private String menu() {
        return "/api/v1/restaurants/" + asked.id + "/menu";
    }

    private void overrun() {
        for (int i = 0; i < 2; i++) {
            menus.within(Flux.never()).onErrorComplete().subscribe();
        }
        nanos.set(Duration.ofSeconds(1).toNanos());
    }

    private HttpRequest get() {
        return request(HttpMethod.GET, menu());
    }

    private HttpRequest in(String language) {
        HttpRequest request = get();
        request.headers().set(HttpHeaderNames.ACCEPT_LANGUAGE, language);
        return request;
    }

    private static HttpRequest request(HttpMethod method, String uri) {
        var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, method, uri);
        request.headers().set(HttpHeaderNames.HOST, "carte.example");
        return request;
    }

    private static FullHttpResponse noContent() {
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT);
    }

    private static OwnRead keptLists() {
        return new OwnRead() {
            @Override
            public String template() {
                return RouteTable.LIST_TEMPLATE;
            }

            @Override
            public boolean needsService(@Nullable String query) {
                return !"country=KE".equals(query);
            }

            @Override
            public Mono<Void> handle(ServerWebExchange exchange) {
                return Mono.empty();
            }
        };
    }
}
