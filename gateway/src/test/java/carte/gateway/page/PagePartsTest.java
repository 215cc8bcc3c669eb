package carte.gateway.page;

import static carte.gateway.page.PagesUnderTest.LIKED;
import static carte.gateway.page.PagesUnderTest.failed;
import static carte.gateway.page.PagesUnderTest.found;
import static carte.gateway.page.PagesUnderTest.mamaPut;
import static carte.gateway.page.PagesUnderTest.menu;
import static carte.gateway.page.PagesUnderTest.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagePartsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // restaurant, menu, popularity | what it comes to
            "found   | found   | found   | shown",
            "found   | found   | failed  | shown without popularity waitingTime",
            "found   | found   | unknown | shown without popularity waitingTime",
            "found   | failed  | found   | shown without menu",
            "failed  | found   | found   | shown without restaurant",
            "found   | failed  | failed  | shown without menu popularity waitingTime",
            "failed  | found   | failed  | shown without restaurant popularity waitingTime",
            "found   | unknown | found   | shown without menu",
            "unknown | found   | found   | shown without restaurant",
            "unknown | unknown | found   | unknown",
            "unknown | failed  | failed  | unknown",
            "failed  | unknown | found   | unknown",
            "failed  | failed  | found   | nothing",
            "failed  | failed  | failed  | nothing"})
    void decideWhatThereIsToShow(
            String restaurant, String menu, String popularity, String expected) {
        PageParts parts = new PageParts(part(restaurant, found(mamaPut())), part(menu, menu()),
                part(popularity, found(LIKED)));

        assertThat(text(parts)).isEqualTo(expected);
    }

    private static String text(PageParts parts) {
        if (parts.isUnknown()) {
            return "unknown";
        }
        String without = parts.unavailable().isEmpty()
                ? ""
                : " without " + String.join(" ", parts.unavailable());
        return parts.isShown() ? "shown" + without : "nothing";
    }

    private static <T> Part<T> part(String name, Part<T> found) {
        return switch (name) {
            case "found" -> found;
            case "unknown" -> unknown();
            default -> failed();
        };
    }
}
