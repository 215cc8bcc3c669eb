package carte.order.menus;

import static carte.order.MamaPut.freshKitchen;
import static carte.order.OrderServiceFixture.publish;
import static carte.order.OrderServiceFixture.publishRubbish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import carte.contracts.event.MenuTopic;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.embedded.EmbeddedServers;
import carte.order.MamaPut;
import carte.order.OrderServiceApplication;
import carte.order.OrderServiceFixture;
import carte.order.listening.SetAside;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The copies of the menus as events arrive from a real broker in a real database. */
@SpringBootTest(classes = OrderServiceApplication.class, webEnvironment = RANDOM_PORT)
class MenuCopiesIT {

    private static final String DATABASE = EmbeddedServers.freshDatabase("orders");
    private static final RestaurantId EARLIER_KITCHEN = freshKitchen();

    @LocalServerPort
    private int port;

    @Autowired
    private MenuCopies copies;

    @Autowired
    private MeterRegistry meters;

    private final RestaurantId kitchen = freshKitchen();

    @DynamicPropertySource
    static void wire(DynamicPropertyRegistry properties) {
        publish(MamaPut.menu(EARLIER_KITCHEN, 3));
        OrderServiceFixture.wire(properties, EmbeddedServers.postgres(), DATABASE);
    }

    /** Other tests' records that cannot be read are in the topic too. */
    @BeforeEach
    void awaitWhatTheTopicHeld() {
        await().untilAsserted(() -> OrderServiceFixture.customer(port).get()
                .uri("/readyz").exchange().expectStatus().isOk());
    }

    @Test
    void readsTheTopicFromItsBeginning() {
        await().until(() -> newest(EARLIER_KITCHEN) == 3);
    }

    @Test
    void keepsTheNewestOfRedeliveredAndReorderedEvents() {
        List<Integer> versions = new ArrayList<>();
        for (int version = 1; version <= 20; version++) {
            versions.addAll(List.of(version, version));
        }
        Collections.shuffle(versions, new Random(20_261_123));

        versions.forEach(version -> publish(MamaPut.menu(kitchen, version, 1_000L * version)));
        awaitMarkerBehindAllOfThem();

        assertThat(copy().newest()).isEqualTo(new MenuVersion(20));
        assertThat(document()).isEqualTo(MamaPut.menu(kitchen, 20, 20_000));
    }

    @Test
    void isReadyOnceItHoldsWhatTheTopicsHeldAtTheStart() {
        await().untilAsserted(() -> OrderServiceFixture.customer(port).get()
                .uri("/readyz").exchange().expectStatus().isOk());

        assertThat(newest(EARLIER_KITCHEN)).isEqualTo(3);
    }

    @Test
    void eventWithoutMenuMarksTheCopyAsBehindUntilADocumentCatchesUp() {
        publish(MamaPut.menu(kitchen, 4));
        publish(kitchen, new MenuVersion(6), null);
        await().until(() -> newest(kitchen) == 6);
        assertThat(copy().isBehind()).isTrue();
        assertThat(document().version()).isEqualTo(new MenuVersion(4));

        publish(MamaPut.menu(kitchen, 5));
        await().until(() -> document().version().equals(new MenuVersion(5)));
        assertThat(copy().newest()).isEqualTo(new MenuVersion(6));
        assertThat(copy().isBehind()).isTrue();

        publish(MamaPut.menu(kitchen, 6));
        await().until(() -> !copy().isBehind());
        assertThat(document().version()).isEqualTo(new MenuVersion(6));
    }

    @Test
    void firstEventWithoutMenuMakesACopyWithoutDocument() {
        publish(kitchen, new MenuVersion(2), null);

        await().until(() -> newest(kitchen) == 2);
        assertThat(copies.document(kitchen).blockOptional()).isEmpty();
        assertThat(copy().isBehind()).isTrue();
    }

    @Test
    void unreadableRecordIsCountedAndTheNextOneArrives() {
        double before = setAside();

        publishRubbish(kitchen);
        publish(MamaPut.menu(kitchen, 2));

        await().until(() -> newest(kitchen) == 2);
        assertThat(setAside()).isEqualTo(before + 1);
    }

    @Test
    void unreadableMenuIsCountedAndItsVersionRemembered() {
        double before = setAside();
        publish(MamaPut.menu(kitchen, 2));

        publish(kitchen, new MenuVersion(3), MenuJson.ofUtf8(
                "{\"sections\":7}".getBytes(StandardCharsets.UTF_8)));

        await().until(() -> newest(kitchen) == 3);
        assertThat(copy().isBehind()).isTrue();
        assertThat(document().version()).isEqualTo(new MenuVersion(2));
        await().until(() -> setAside() == before + 1);
    }

    /** A kitchen of the same partition, whose event is read after all that went before. */
    private void awaitMarkerBehindAllOfThem() {
        RestaurantId marker = freshKitchen();
        while (MenuTopic.partitionOf(marker) != MenuTopic.partitionOf(kitchen)) {
            marker = freshKitchen();
        }
        publish(MamaPut.menu(marker, 1));
        RestaurantId last = marker;
        await().until(() -> newest(last) == 1);
    }

    private long newest(RestaurantId id) {
        MenuCopy copy = copies.find(id).block();
        return copy == null ? 0 : copy.newest().number();
    }

    private MenuCopy copy() {
        return Objects.requireNonNull(copies.find(kitchen).block());
    }

    private MenuDocument document() {
        return Objects.requireNonNull(copies.document(kitchen).block()).document().expand().parse();
    }

    private double setAside() {
        return SetAside.of(MenuTopic.NAME, meters).count();
    }
}
