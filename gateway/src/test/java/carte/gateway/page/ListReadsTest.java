package carte.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import carte.contracts.cache.DatabaseClock.Moment;
import carte.contracts.cache.Freshness;
import carte.gateway.proxy.WholeAnswer;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

class ListReadsTest {

    /** Noon, and a second. */
    private long millis = TimeUnit.HOURS.toMillis(12) + 1_000;
    private int status = 200;
    private boolean ratingsFail;

    private final List<String> asked = new ArrayList<>();
    private final ListReads lists = new ListReads(this::menuService, this::popularities,
            new Freshness(Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofMinutes(5)),
            () -> new Moment(TimeUnit.MILLISECONDS.toNanos(millis), millis));

    @Test
    void areAskedForOnceUntilTheyCouldBeTooOld() {
        assertThat(read("city=jos").kept()).isFalse();
        millis += 1_890;
        assertThat(read("city=jos").kept()).isTrue();
        assertThat(lists.keeps("city=jos")).isTrue();
        millis += 20;
        assertThat(lists.keeps("city=jos")).isFalse();
        assertThat(lists.isKnown("city=jos")).isTrue();
        assertThat(lists.isKnown("city=kano")).isFalse();
        assertThat(read("city=jos").kept()).isFalse();
        assertThat(asked).containsOnly("/api/v1/restaurants?city=jos").hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
            "limit=5, limit=5&utm_source=flyer, true",
            "limit=5, fbclid=x&limit=5, true",
            "limit=5, limit=6, false",
            "limit=5, limit=5&limit=5, false",
            "limit=5, limit=5&%63ity=jos, false",
            "limit=5, limit=5&=city=jos, false",
            "limit=5, limit=5&open_now=true, false",
            "limit=5&city=jos, city=jos&limit=5, false",
            ", utm_source=flyer, true"})
    void areTheSameWhereTheMenuServiceIsAskedTheSame(
            @Nullable String one, String other, boolean same) {
        read(one);
        assertThat(read(other).kept()).isEqualTo(same);
    }

    @Test
    void areAskedForAnewWhenARestaurantOrItsMenuHasChanged() {
        read("city=jos");
        millis++;
        lists.menuChanged("NG-other");
        assertThat(read("city=jos").kept()).isTrue();
        lists.menuChanged("NG-a");
        assertThat(read("city=jos").kept()).isFalse();
        millis++;
        lists.outdate();
        millis++;
        assertThat(read("city=jos").kept()).isFalse();
    }

    @Test
    void areAskedForAnewWhenTheHourMayHaveClosedOne() {
        millis += 58_500;
        read("city=jos");
        millis += 499;
        assertThat(read("city=jos").kept()).isTrue();
        millis += 1;
        assertThat(read("city=jos").kept()).isFalse();
    }

    @Test
    void areKeptForAMomentWhereTheirRatingsAreNotToBeHad() {
        ratingsFail = true;
        assertThat(text(read("city=jos"))).contains("\"unavailable\":[\"popularity\"]");
        millis += 250;
        assertThat(read("city=jos").kept()).isTrue();
        ratingsFail = false;
        millis += 1;
        assertThat(text(read("city=jos"))).contains("\"rating\":4.5", "\"unavailable\":[]");
    }

    @Test
    void areNotKeptWhereTheyAreRefused() {
        status = 400;
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> read("limit=0"))
                .matches(refused -> refused.answer().status() == 400);
        status = 200;
        assertThat(read("limit=0").kept()).isFalse();
    }

    private ListReads.Listed read(@Nullable String query) {
        return Objects.requireNonNull(lists.of(query).block());
    }

    private static String text(ListReads.Listed listed) {
        return new String(listed.content().utf8(), StandardCharsets.UTF_8);
    }

    private Mono<WholeAnswer> menuService(String target) {
        asked.add(target);
        return Mono.just(new WholeAnswer(status, new DefaultHttpHeaders(), """
                {"items": [{"id": "NG-a", "pausedUntil": null}], "next": null}"""
                .getBytes(StandardCharsets.UTF_8)));
    }

    private Mono<Map<String, Popularity>> popularities(List<String> ids) {
        return ratingsFail
                ? Mono.error(new IllegalStateException("by the test"))
                : Mono.just(Map.of("NG-a", new Popularity("NG-a", 7, 4.5, 5, 20)));
    }
}
