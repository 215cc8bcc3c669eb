package carte.gateway.edge;

import carte.contracts.menu.MenuVersion;
import java.util.List;
import reactor.core.publisher.Mono;

/** Reads menus for whoever shows them as a part of something larger. */
@FunctionalInterface
public interface MenuParts {

    /**
     * Returns the menu as a reader of it alone would get it: what is kept while it is fresh enough,
     * else what the menu-service has.
     *
     * @param least {@link MenuVersion#NONE} for any version
     * @param acceptLanguage the values of the header
     */
    Mono<MenuPart> read(String id, MenuVersion least, List<String> acceptLanguage);
}
