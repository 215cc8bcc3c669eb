package carte.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.fixture.Golden;
import carte.contracts.fixture.Menus;
import carte.contracts.fixture.Records;
import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Holds the event's format against what was released: a change here breaks running systems. */
class MenuEventGoldenTest {

    private static final MenuChanged EVENT = new MenuChanged(
            Menus.MAMA_PUT,
            new MenuVersion(7),
            "west",
            Menus.PUBLISHED,
            MenuJson.of(Menus.withEverythingSet()));

    private static final Map<String, String> HEADERS = Golden.headers("menu-changed-v1.headers");
    private static final String BODY = Golden.text("menu-changed-v1.json");

    @Test
    void writesTheGoldenRecord() {
        EncodedEvent encoded = MenuEventCodec.encode(EVENT);
        assertThat(new String(encoded.body(), StandardCharsets.UTF_8)).isEqualTo(BODY);
        assertThat(encoded.headers()).containsExactlyEntriesOf(HEADERS);
        assertThat(encoded.topic()).isEqualTo("menu-events");
        assertThat(encoded.key()).isEqualTo("NG-mama-put-ikeja");
        assertThat(encoded.partition()).isEqualTo(10);
    }

    @Test
    void readsTheGoldenRecord() {
        assertThat(decode(BODY, HEADERS)).contains(EVENT);
    }

    @Test
    void givesBackTheMenusOwnBytes() {
        MenuChanged event = decode(BODY, HEADERS).orElseThrow();
        assertThat(event.menu()).isEqualTo(EVENT.menu());
        assertThat(MenuJson.of(Menus.withEverythingSet()).parse())
                .isEqualTo(Menus.withEverythingSet());
    }

    @Test
    void readsRecordOfLaterVersionWithFieldsItDoesNotKnow() {
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.put("ce_dataschema", "urn:carte:menu-changed:1.4");
        MenuChanged event = decode(Golden.text("menu-changed-v1.4.json"), headers).orElseThrow();
        assertThat(event.version()).isEqualTo(new MenuVersion(7));
        assertThat(event.menu()).isNotNull();
        assertThat(new MenuJson[]{event.menu()}).allSatisfy(menu -> assertThat(
                menu.parse().sections().getFirst().items().getFirst().id()).isEqualTo("jollof"));
    }

    @Test
    void writesAndReadsTaxAsItWasReleased() {
        MenuChanged taxed = new MenuChanged(Menus.MAMA_PUT, new MenuVersion(7), "west",
                Menus.PUBLISHED, MenuJson.of(Menus.withTax()));
        String golden = Golden.text("menu-changed-v1.1.json");

        assertThat(new String(MenuEventCodec.encode(taxed).body(), StandardCharsets.UTF_8))
                .isEqualTo(golden);
        assertThat(decode(golden, HEADERS).map(MenuChanged::menu).map(MenuJson::parse))
                .contains(Menus.withTax());
    }

    @Test
    void largeMenuIsLeftOut() {
        var event = new MenuChanged(
                Menus.MAMA_PUT, new MenuVersion(7), "west", Menus.PUBLISHED, null);
        EncodedEvent encoded = MenuEventCodec.encode(event);
        assertThat(new String(encoded.body(), StandardCharsets.UTF_8))
                .isEqualTo(Golden.text("menu-changed-v1-without-menu.json"));
        assertThat(MenuEventCodec.decode(Records.received(encoded))).contains(event);
    }

    @Test
    void namesNoJavaClass() {
        EncodedEvent encoded = MenuEventCodec.encode(EVENT);
        String wire = encoded.headers() + new String(encoded.body(), StandardCharsets.UTF_8);
        assertThat(wire).doesNotContainPattern("java|carte\\.contracts|[Cc]lass|__TypeId__");
    }

    @Test
    void eventOfUnknownTypeIsNothing() {
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.put(CloudEventHeaders.TYPE, "carte.menu.renamed.v1");
        assertThat(decode("\u0000 not even JSON", headers)).isEmpty();
    }

    @Test
    void watermarkComesBackAsItWas() {
        Watermark watermark = new Watermark("west", Instant.parse("2026-03-01T11:00:00.123456Z"));
        EncodedEvent encoded = MenuEventCodec.encode(watermark, 3);
        assertThat(encoded.partition()).isEqualTo(3);
        assertThat(encoded.key()).isEqualTo("watermark/west");
        assertThat(new String(encoded.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"time\":\"2026-03-01T11:00:00.123456Z\"}");
        assertThat(MenuEventCodec.decode(Records.received(encoded))).contains(watermark);
    }

    @Test
    void watermarkUnderAnotherKeyOrWithoutTimeIsRefused() {
        EncodedEvent encoded = MenuEventCodec.encode(new Watermark("west", Instant.EPOCH), 3);
        assertThatThrownBy(() -> MenuEventCodec.decode(Records.received(
                "watermark/east", encoded.body(), encoded.headers())))
                .isInstanceOf(MalformedEvent.class).hasMessageContaining("watermark/east");
        assertThatThrownBy(() -> MenuEventCodec.decode(Records.received(
                encoded.key(), "{}".getBytes(StandardCharsets.UTF_8), encoded.headers())))
                .isInstanceOf(MalformedEvent.class).hasMessageContaining("expected time");
    }

    @Test
    void bodyIsTheJsonOfItsParts() {
        var tree = ContractJson.mapper().readTree(BODY);
        assertThat(tree.get("version").asLong()).isEqualTo(7);
        assertThat(tree.get("menu").get("version").asLong()).isEqualTo(7);
    }

    private static Optional<MenuChanged> decode(String body, Map<String, String> headers) {
        return MenuEventCodec.decode(Records.received(
                "NG-mama-put-ikeja", body.getBytes(StandardCharsets.UTF_8), headers))
                .map(MenuChanged.class::cast);
    }
}
