package carte.invalidator.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.cache.CachedMenu;
import carte.contracts.cache.CacheEntry;
import carte.contracts.cache.CacheTimings;
import carte.contracts.cache.InMemoryMenuCache;
import carte.contracts.cache.LogStep;
import carte.contracts.cache.MenuCache;
import carte.contracts.event.CloudEventHeaders;
import carte.contracts.event.EncodedEvent;
import carte.contracts.event.MenuChanged;
import carte.contracts.event.MenuEventCodec;
import carte.contracts.event.MenuSighted;
import carte.contracts.event.MenuTopic;
import carte.contracts.fixture.Menus;
import carte.contracts.fixture.Records;
import carte.contracts.fixture.SettableClock;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.kit.sighting.InstanceName;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MenuEventApplierTest {

    private static final RestaurantId MAMA_PUT = Menus.MAMA_PUT;
    private static final Instant RECORDED = Menus.PUBLISHED.plusMillis(2);

    private final SettableClock clock = new SettableClock(Menus.PUBLISHED);
    private final InMemoryMenuCache cache = new InMemoryMenuCache(CacheTimings.DEFAULTS, clock);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<String> setAside = new ArrayList<>();
    private final List<MenuSighted> told = new ArrayList<>();
    private final AppliedMenus applied = new AppliedMenus(
            told::add, new InstanceName("cache-invalidator-2"), clock);
    private DeadLetters deadLetters = (record, reason) -> setAside.add(reason);

    @Test
    void refreshesMenuThatIsPresent() {
        fill(7);
        apply(changed(8));
        assertThat(read()).isInstanceOf(CacheEntry.Value.class);
        assertThat(version()).isEqualTo(8);
        assertThat(applied("refreshed")).isEqualTo(1);
    }

    @Test
    void floorsMenuThatIsNot() {
        apply(changed(8));
        assertThat(read()).isInstanceOf(CacheEntry.Floor.class);
        assertThat(version()).isEqualTo(8);
        assertThat(applied("floored")).isEqualTo(1);
    }

    @Test
    void evictsWhereTheMenuIsTooLargeToCarry() {
        fill(7);
        apply(record(MenuEventCodec.encode(new MenuChanged(
                MAMA_PUT, new MenuVersion(8), "west", Menus.PUBLISHED, null))));
        assertThat(read()).isInstanceOf(CacheEntry.Floor.class);
        assertThat(version()).isEqualTo(8);
    }

    @Test
    void repeatsAndReorderedRepeatsAreHarmless() {
        fill(6);
        for (long version : new long[]{7, 8, 7, 8, 9, 8, 9, 7}) {
            apply(changed(version));
        }
        assertThat(version()).isEqualTo(9);
        assertThat(applied("refreshed")).isEqualTo(3);
        assertThat(applied("already_applied")).isEqualTo(5);
    }

    @Test
    void timesFromCommitToCache() {
        clock.advance(Duration.ofMillis(12));
        apply(changed(8));
        apply(changed(8));
        var timer = registry.get("carte.invalidator.commit.to.applied").timer();
        assertThat(timer.count()).isEqualTo(1);
        assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(12);
    }

    @Test
    void tellsOfEachChangeThatTheCacheHas() {
        clock.advance(Duration.ofMillis(12));
        apply(changed(8, 0));
        fill(9);
        apply(changed(9, 1));

        assertThat(told).extracting(each -> each.version().number()).containsExactly(8L, 9L);
        assertThat(told.getFirst()).isEqualTo(new MenuSighted(MAMA_PUT, new MenuVersion(8), "west",
                Menus.PUBLISHED, MenuSighted.Stage.REDIS_APPLIED, "cache-invalidator-2",
                Menus.PUBLISHED.plusMillis(12)));
    }

    @Test
    void aLogThatIsReadAnewIsToldOfOnce() {
        for (long offset : new long[]{0, 1, 2, 0, 1, 2, 3}) {
            apply(changed(8 + offset, offset));
        }
        assertThat(told).extracting(each -> each.version().number())
                .containsExactly(8L, 9L, 10L, 11L);
    }

    @Test
    void tellsNothingOfWhatTheCacheHasNot() {
        ConsumerRecord<byte[], byte[]> change = changed(8, 0);
        applier().apply(change, new LogStep(41, 42));
        cache.goAway();
        assertThatThrownBy(() -> apply(change)).isInstanceOf(IllegalStateException.class);
        cache.comeBack();
        assertThat(told).isEmpty();
    }

    @Test
    void aClockThatIsBehindTellsNoTimeAheadOfTheRecord() {
        clock.advance(Duration.ofHours(-7));
        apply(changed(8, 0));
        assertThat(told).extracting(MenuSighted::at)
                .containsExactly(Instant.ofEpochMilli(RECORDED.toEpochMilli()));
    }

    @Test
    void skipsAndCountsUnknownTypes() {
        fill(7);
        ConsumerRecord<byte[], byte[]> record = changed(8);
        record.headers().remove(CloudEventHeaders.TYPE)
                .add(CloudEventHeaders.TYPE, utf8("carte.menu.renamed.v1"));
        apply(record);
        assertThat(version()).isEqualTo(7);
        assertThat(setAside).isEmpty();
        assertThat(count("carte.invalidator.events.unknown")).isEqualTo(1);
    }

    @Test
    void unreadableRecordEvictsItsRestaurantAndIsSetAside() {
        fill(7);
        apply(record(MAMA_PUT.value(), "not a menu"));
        assertThat(read()).isInstanceOf(CacheEntry.Floor.class);
        assertThat(setAside).singleElement().asString().isNotBlank();
        assertThat(count("carte.invalidator.records.set.aside")).isEqualTo(1);
    }

    @Test
    void unreadableRecordOfNoRestaurantIsSetAsideToo() {
        fill(7);
        apply(record("mama put?", "not a menu"));
        apply(record(null, "not a menu"));
        assertThat(read()).isInstanceOf(CacheEntry.Value.class);
        assertThat(setAside).hasSize(2);
    }

    @Test
    void recordUnderTheWrongKeyDoesNotTouchTheRestaurantInItsBody() {
        fill(7);
        apply(record("NG-papa-put", changed(8).value()));
        assertThat(version()).isEqualTo(7);
        assertThat(setAside).singleElement().asString().contains("NG-papa-put");
    }

    @Test
    void failsWhileTheCacheIsAwayAndCountsNothing() {
        cache.goAway();
        assertThatThrownBy(() -> apply(changed(8))).isInstanceOf(IllegalStateException.class);
        cache.comeBack();
        assertThat(applied("refreshed") + applied("floored")).isZero();
    }

    @Test
    void unreadableRecordWaitsForTheCacheTooAndIsSetAsideOnce() {
        MenuEventApplier applier = applier();
        var unreadable = record(MAMA_PUT.value(), "not a menu");
        fill(7);
        cache.goAway();
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> applier.apply(unreadable, nextStep(unreadable)))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(count("carte.invalidator.records.set.aside")).isZero();
        cache.comeBack();
        applier.apply(unreadable, nextStep(unreadable));
        assertThat(setAside).hasSize(1);
        assertThat(count("carte.invalidator.records.set.aside")).isEqualTo(1);
        assertThat(read()).isInstanceOf(CacheEntry.Floor.class);
    }

    @Test
    void failsWhileDeadLettersCannotBeWritten() {
        deadLetters = (record, reason) -> {
            throw new IllegalStateException("no");
        };
        assertThatThrownBy(() -> apply(record(MAMA_PUT.value(), "not a menu")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(count("carte.invalidator.records.set.aside")).isZero();
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        applier().apply(record, nextStep(record));
    }

    private MenuEventApplier applier() {
        return new MenuEventApplier(cache, deadLetters, new InvalidatorMeters(registry), applied,
                clock, Duration.ofSeconds(5));
    }

    private void fill(long version) {
        var menu = Objects.requireNonNull(
                Records.menuChanged(MAMA_PUT, version, clock.instant()).menu());
        cache.fill(MAMA_PUT, new CacheEntry.Value(
                new MenuVersion(version), clock.instant(), menu.compress())).block();
    }

    private @Nullable CacheEntry read() {
        return cache.read(MAMA_PUT, "west").map(CachedMenu::entry).block();
    }

    private long version() {
        CacheEntry held = read();
        return held == null ? 0 : held.version().number();
    }

    private double applied(String outcome) {
        return registry.get("carte.invalidator.events.applied")
                .tag("outcome", outcome).counter().count();
    }

    private double count(String counter) {
        return registry.get(counter).counter().count();
    }

    private static ConsumerRecord<byte[], byte[]> changed(long version, long offset) {
        ConsumerRecord<byte[], byte[]> change = changed(version);
        return new ConsumerRecord<>(change.topic(), change.partition(), offset,
                RECORDED.toEpochMilli(), TimestampType.CREATE_TIME, change.key().length,
                change.value().length, change.key(), change.value(), change.headers(),
                Optional.empty());
    }

    private static ConsumerRecord<byte[], byte[]> changed(long version) {
        return record(MenuEventCodec.encode(
                Records.menuChanged(MAMA_PUT, version, Menus.PUBLISHED)));
    }

    private static ConsumerRecord<byte[], byte[]> record(EncodedEvent event) {
        var record = new ConsumerRecord<>(
                MenuTopic.NAME, event.partition(), 0, utf8(event.key()), event.body());
        event.headers().forEach((name, value) -> record.headers().add(name, utf8(value)));
        return record;
    }

    private static ConsumerRecord<byte[], byte[]> record(@Nullable String key, String body) {
        return record(key, utf8(body));
    }

    private static ConsumerRecord<byte[], byte[]> record(@Nullable String key, byte[] body) {
        ConsumerRecord<byte[], byte[]> whole = changed(8);
        var record = new ConsumerRecord<>(
                MenuTopic.NAME, 0, 0, key == null ? null : utf8(key), body);
        whole.headers().forEach(record.headers()::add);
        return record;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The step from where the cache is, which it may not be able to say. */
    private LogStep nextStep(ConsumerRecord<byte[], byte[]> record) {
        int partition = MenuTopic.partitionOf(
                record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8));
        long from = cache.offset(partition).onErrorReturn(MenuCache.NOTHING_APPLIED)
                .blockOptional().orElseThrow();
        return new LogStep(from, from + 1);
    }
}
