package carte.order.menus;

import static carte.order.MamaPut.MAMA_PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.order.MamaPut;
import carte.order.pricing.PriceList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class PriceListsTest {

    private static final MenuVersion SEVEN = new MenuVersion(7);

    private final Copy copy = new Copy();

    @Test
    void menuIsNotReadByTheThreadThatBringsIt() {
        Mono<Boolean> readByIt = prices(DataSize.ofMegabytes(8)).find(MAMA_PUT, SEVEN)
                .map(_ -> Schedulers.isInNonBlockingThread());
        copy.arrives();

        StepVerifier.create(readByIt.subscribeOn(Schedulers.parallel()))
                .expectNext(false).expectComplete().verify(Duration.ofSeconds(10));
    }

    @Test
    void manyWhoOrderAtOnceShareOneReading() {
        PriceLists prices = prices(DataSize.ofMegabytes(8));
        Mono<List<PriceList>> all = Flux.range(0, 10)
                .flatMap(_ -> prices.find(MAMA_PUT, SEVEN)).collectList();

        StepVerifier.create(all).then(copy::arrives)
                .assertNext(found -> assertThat(found).hasSize(10))
                .expectComplete().verify(Duration.ofSeconds(10));
        prices.find(MAMA_PUT, SEVEN).block(Duration.ofSeconds(10));
        assertThat(copy.reads).isEqualTo(1);
    }

    @Test
    void silentDatabaseHoldsNobodyUpForEver() {
        PriceLists prices = prices(DataSize.ofMegabytes(8));
        StepVerifier.withVirtualTime(() -> prices.find(MAMA_PUT, SEVEN))
                .thenAwait(Duration.ofSeconds(10))
                .verifyError();

        copy.arrives();
        StepVerifier.create(prices.find(MAMA_PUT, SEVEN)).expectNextCount(1)
                .expectComplete().verify(Duration.ofSeconds(10));
    }

    @Test
    void refusesSettingsOutOfBounds() {
        assertThatThrownBy(() -> new PriceListSettings(DataSize.ofBytes(-1)))
                .hasMessageContaining("most-json: expected 0B or more");
    }

    private PriceLists prices(DataSize most) {
        return new PriceLists(copy, new PriceListSettings(most));
    }

    /** A copy that comes when it is told to. */
    private static final class Copy implements MenuCopies {

        private final Sinks.One<StoredMenu> document = Sinks.one();
        private int reads;

        void arrives() {
            document.tryEmitValue(new StoredMenu(
                    SEVEN, MenuJson.of(MamaPut.menu(MAMA_PUT, 7)).compress())).orThrow();
        }

        @Override
        public Mono<MenuCopy> find(RestaurantId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<StoredMenu> document(RestaurantId id) {
            return Mono.defer(() -> {
                reads++;
                return document.asMono();
            });
        }

        @Override
        public Mono<Boolean> apply(
                RestaurantId id, MenuVersion version, String shard, @Nullable MenuJson told) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<Void> vouch(RestaurantId id, String shard, Instant asOf) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<Void> missed(RestaurantId id, Instant foundAt) {
            throw new UnsupportedOperationException();
        }
    }
}
