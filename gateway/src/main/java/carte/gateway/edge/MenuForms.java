package carte.gateway.edge;

import carte.contracts.menu.LanguageLookup;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuTranslation;
import carte.contracts.menu.MenuVersion;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;

/**
 * Chooses the form in which a reader gets a menu, and remembers the translated ones. Those follow
 * from the version alone: how old a menu is, only the kept menu says.
 */
final class MenuForms {

    private final AcceptLanguage readers = new AcceptLanguage();
    private final AsyncCache<Words, MenuForm> translated;

    /**
     * Takes how much may be remembered.
     *
     * @param executor translates, because a large menu would hold up an event loop
     */
    MenuForms(DataSize most, Executor executor) {
        translated = Caffeine.newBuilder()
                .executor(executor)
                .maximumWeight(most.toBytes())
                .weigher((Words _, MenuForm form) -> EdgeMenu.OVERHEAD_BYTES + form.bytes())
                .buildAsync();
    }

    private record Words(String id, MenuVersion version, String language) {}

    /**
     * Returns the form for a reader; null if it has yet to be made.
     *
     * @param acceptLanguage the values of the header
     */
    @Nullable
    MenuForm ready(EdgeMenu menu, List<String> acceptLanguage) {
        String language = language(menu, acceptLanguage);
        if (language == null) {
            return menu.form();
        }
        CompletableFuture<MenuForm> made = translated.getIfPresent(words(menu, language));
        return made != null && made.state() == Future.State.SUCCESS ? made.resultNow() : null;
    }

    /** Returns the form for a reader, once for all who ask for it while it is made. */
    Mono<MenuForm> make(EdgeMenu menu, List<String> acceptLanguage) {
        String language = language(menu, acceptLanguage);
        return language == null
                ? Mono.just(menu.form())
                : Mono.fromFuture(() -> translated.get(
                        words(menu, language), _ -> translate(menu, language)), true);
    }

    private @Nullable String language(EdgeMenu menu, List<String> acceptLanguage) {
        if (menu.languages().isEmpty()) {
            return null;
        }
        LanguageLookup preference = readers.preference(acceptLanguage);
        return preference.firstOf(menu.languages());
    }

    private static Words words(EdgeMenu menu, String language) {
        return new Words(menu.id().value(), menu.version(), language);
    }

    private static MenuForm translate(EdgeMenu menu, String language) {
        MenuJson own = MenuJson.ofUtf8(menu.form().body(false));
        MenuJson translated = MenuJson.of(MenuTranslation.of(own.parse(), language));
        return MenuForm.in(language, menu.version(), translated.utf8(),
                translated.compress().gzip());
    }
}
