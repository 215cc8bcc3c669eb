package carte.menu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.Item;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.Section;
import carte.menu.document.MenuContent;
import carte.menu.document.MenuReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RoundTripTest {

    /** More of them are tried where {@code -Dcarte.exchange.menus} says so. */
    private static final int MENUS = Integer.getInteger("carte.exchange.menus", 60);

    @ParameterizedTest
    @EnumSource
    void importOfAnExportChangesNothing(ExchangeFormat format) {
        for (int seed = 0; seed < MENUS; seed++) {
            MenuDocument menu = new AnyMenus(seed).next();
            MenuReader.read(MenuJson.of(menu).utf8(), AnyMenus.NOW);

            byte[] file = format.write(MenuJson.of(menu));
            MenuContent read = format.parse(file).read(menu, AnyMenus.NOW);

            assertThat(read).as("seed %d:\n%s", seed, new String(file, StandardCharsets.UTF_8))
                    .isEqualTo(MenuContent.of(menu));
        }
    }

    /** Every field of the model is carried: taking it away from a full item shows in the file. */
    @ParameterizedTest
    @EnumSource
    void everyFieldOfAnItemIsInTheFile(ExchangeFormat format) {
        MenuDocument full = new AnyMenus(1).next();
        for (int seed = 2; !isFull(full); seed++) {
            full = new AnyMenus(seed).next();
        }
        ObjectNode tree = (ObjectNode) ContractJson.mapper().readTree(MenuJson.of(full).utf8());
        String before = new String(format.write(MenuJson.of(full)), StandardCharsets.UTF_8);
        for (String field : List.of("description", "availability", "hours", "allergens", "diets",
                "image", "modifierGroups", "prices", "translations", "tax")) {
            JsonNode without = tree.deepCopy();
            without.path("sections").forEach(section -> section.path("items")
                    .forEach(item -> ((ObjectNode) item).remove(field)));
            MenuDocument less = ContractJson.mapper().treeToValue(without, MenuDocument.class);

            assertThat(new String(format.write(MenuJson.of(less)), StandardCharsets.UTF_8))
                    .as(field).isNotEqualTo(before);
        }
    }

    private static boolean isFull(MenuDocument menu) {
        return items(menu).stream().anyMatch(item -> item.description() != null
                && item.availability().until() != null && !item.hours().isEmpty()
                && !item.allergens().isEmpty() && !item.diets().isEmpty() && item.image() != null
                && !item.modifierGroups().isEmpty() && !item.prices().isEmpty()
                && !item.translations().isEmpty() && item.tax() != null);
    }

    private static List<Item> items(MenuDocument menu) {
        List<Item> items = new ArrayList<>();
        menu.sections().stream().map(Section::items).forEach(items::addAll);
        return items;
    }

    /** 3,899 items are the most that a real menu was seen to have. */
    @ParameterizedTest
    @EnumSource
    void theLargestRealMenuFits(ExchangeFormat format) {
        MenuDocument menu = LargeMenu.of(3_899);

        byte[] file = format.write(MenuJson.of(menu));

        assertThat(file.length).isLessThan(2 << 20);
        assertThat(format.parse(file).read(menu, AnyMenus.NOW).sections())
                .isEqualTo(menu.sections());
    }

    @Test
    void jsonIsTheMenuAsItIsServed() {
        MenuJson menu = MenuJson.of(new AnyMenus(3).next());

        assertThat(ExchangeFormat.JSON.write(menu)).isEqualTo(Objects.requireNonNull(menu.utf8()));
    }
}
