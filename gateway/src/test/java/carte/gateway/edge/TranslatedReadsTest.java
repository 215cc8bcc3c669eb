package carte.gateway.edge;

import static carte.gateway.edge.CacheUnderTest.at;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.CompressedMenu;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.kit.telemetry.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** It is 20 s past noon; the bound is 2 s, of which the margin takes 100 ms. */
class TranslatedReadsTest {

    private final ReadsUnderTest asked = ReadsUnderTest.pausingLong();
    private final CacheUnderTest gateway = asked.gateway;
    private final RestaurantId id = asked.id;

    @Test
    void theFirstReaderOfALanguageHasItMadeAndTheNextGetsItAtOnce() {
        gateway.loadTranslated(id, 7, 20);
        assertThat(hit("fr-CA")).isNull();
        assertThat(asked.fresh(Tier.EDGE)).isZero();
        assertThat(read("fr-CA")).isEqualTo("\"7;fr\" Riz jollof 7 as of 20.0");
        assertThat(hit("fr-CA")).isEqualTo("\"7;fr\" Riz jollof 7 as of 20.0");
        assertThat(hit("fr")).isEqualTo("\"7;fr\" Riz jollof 7 as of 20.0");
        assertThat(read("pt-BR")).isEqualTo("\"7;pt-br\" Arroz jollof 7 as of 20.0");
        assertThat(asked.fresh(Tier.EDGE)).isEqualTo(2);
    }

    @Test
    void whoPrefersAnotherLanguageGetsTheMenusOwnWords() {
        gateway.loadTranslated(id, 7, 20);
        for (String own : List.of("sw", "sw, fr;q=0.9", "*", "pt", "fr;q=x", "yo-NG")) {
            assertThat(hit(own)).as(own).isEqualTo("\"7\" Jollof rice 7 as of 20.0");
        }
        EdgeAnswer.Menu plain = Objects.requireNonNull(asked.reads.hit(id.value(), List.of()));
        assertThat(plain.form()).isSameAs(plain.menu().form());
    }

    @Test
    void aMenuWithoutTranslationsIsAnsweredAtOnce() {
        gateway.load(id, 7, 20);
        assertThat(hit("fr")).isEqualTo("\"7\" Jollof rice as of 20.0");
    }

    @Test
    void bothCodingsSayTheSame() {
        gateway.loadTranslated(id, 7, 20);
        MenuForm form = form(Objects.requireNonNull(future("fr").getNow(null)));
        assertThat(CompressedMenu.ofGzip(form.body(true)).expand())
                .isEqualTo(MenuJson.ofUtf8(form.body(false)));
    }

    @Test
    void onlyTheKeptMenuSaysHowOldItIs() {
        gateway.loadTranslated(id, 7, 19);
        assertThat(read("fr")).endsWith(" as of 19.0");
        gateway.watermark(id, 19.5);
        assertThat(hit("fr")).endsWith(" as of 19.5");

        asked.time.set(at(22));
        asked.tellTime();
        assertThat(hit("fr")).as("made already, but nobody vouches for it").isNull();
        asked.service.fails();
        assertThat(read("fr")).isEqualTo("\"7;fr\" Riz jollof 7 as of 19.5, stale");
    }

    @Test
    void aChangeOutdatesTheTranslatedFormToo() {
        gateway.loadTranslated(id, 7, 20);
        assertThat(read("fr")).startsWith("\"7;fr\"");
        gateway.changeTranslated(id, 8, 20);
        assertThat(hit("fr")).isNull();
        assertThat(read("fr")).isEqualTo("\"8;fr\" Riz jollof 8 as of 20.0");
        assertThat(hit("fr")).isEqualTo("\"8;fr\" Riz jollof 8 as of 20.0");
    }

    @Test
    void allWhoAskWhileAFormIsMadeWaitForIt() {
        gateway.loadTranslated(id, 7, 20);
        asked.translator.waits();
        List<CompletableFuture<EdgeAnswer>> readers = List.of(
                future("fr"), future("fr"), future("fr"));
        readers.getFirst().cancel(true);
        asked.translator.goesOn();
        assertThat(text(readers.getLast().getNow(null))).startsWith("\"7;fr\"");
        assertThat(form(readers.getLast().getNow(null)))
                .isSameAs(form(readers.get(1).getNow(null)));
    }

    @Test
    void aMenuThatGrewOldWhileItsFormWasMadeIsReadAnew() {
        gateway.loadTranslated(id, 7, 20);
        asked.translator.waits();
        CompletableFuture<EdgeAnswer> reader = future("fr");
        asked.time.set(at(23));
        asked.tellTime();
        gateway.changeTranslated(id, 8, 22.5);
        asked.translator.goesOn();
        assertThat(text(reader.getNow(null))).isEqualTo("\"8;fr\" Riz jollof 8 as of 22.5");
    }

    private @Nullable String hit(String acceptLanguage) {
        EdgeAnswer.Menu hit = asked.reads.hit(id.value(), List.of(acceptLanguage));
        return hit == null ? null : text(hit);
    }

    private CompletableFuture<EdgeAnswer> future(String acceptLanguage) {
        return asked.reads.read(id.value(), MenuVersion.NONE, List.of(acceptLanguage)).toFuture();
    }

    private String read(String acceptLanguage) {
        return text(future(acceptLanguage).getNow(null));
    }

    private static MenuForm form(EdgeAnswer answer) {
        return ((EdgeAnswer.Menu) answer).form();
    }

    /** Returns such as {@code "7;fr" Riz jollof 7 as of 20.0}. */
    private static String text(@Nullable EdgeAnswer answer) {
        EdgeAnswer.Menu menu = (EdgeAnswer.Menu) Objects.requireNonNull(answer);
        String name = MenuJson.ofUtf8(menu.form().body(false)).parse().sections().getFirst()
                .items().getFirst().name();
        return menu.form().entityTag() + " " + name + " as of "
                + Duration.between(at(0), menu.asOf()).toMillis() / 1_000.0
                + (menu.staleFor() == null ? "" : ", stale");
    }
}
