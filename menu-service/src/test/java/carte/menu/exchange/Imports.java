package carte.menu.exchange;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import carte.contracts.fixture.Menus;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuVersion;
import carte.kit.problem.Problem;
import carte.kit.problem.ProblemException;
import carte.menu.document.MenuContent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Files that are read in place of an empty menu. */
final class Imports {

    private Imports() {}

    static MenuContent csv(String file) {
        return read(ExchangeFormat.CSV, file, empty("NGN"));
    }

    static MenuContent jsonLd(String file) {
        return read(ExchangeFormat.JSONLD, file, empty("NGN"));
    }

    static MenuContent read(ExchangeFormat format, String file, MenuDocument current) {
        return format.parse(file.getBytes(StandardCharsets.UTF_8)).read(current, AnyMenus.NOW);
    }

    static Problem refused(ExchangeFormat format, byte[] file) {
        return Objects.requireNonNull(catchThrowableOfType(ProblemException.class,
                () -> format.parse(file).read(empty("NGN"), AnyMenus.NOW))).problem();
    }

    static Problem refused(ExchangeFormat format, String file) {
        return refused(format, file.getBytes(StandardCharsets.UTF_8));
    }

    static MenuDocument empty(String currency) {
        return new MenuDocument(Menus.MAMA_PUT, new MenuVersion(7), currency, Menus.PUBLISHED,
                List.of(), List.of());
    }
}
