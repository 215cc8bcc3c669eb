package carte.menu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Option;
import carte.contracts.menu.Tax;
import carte.menu.document.MenuContent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What files that do not say everything take from the menu that they replace. */
class CurrentMenuTest {

    private static final String SIZES = """
            kind,name,price,max%s
            group,Size,,1%s
            option,Small,1,1%s
            option,Large,2,1%s
            group,Sauce,,2%s
            option,Small,1,1%s
            """;

    @Test
    void optionsKeepTheirIdsWhereGroupsChangePlaces() {
        MenuDocument current = Imports.csv(SIZES.formatted(
                ",id", ",size", ",size-s", ",size-l", ",sauce", ",sauce-s"))
                .in(Imports.empty("NGN"));
        List<String> lines = SIZES.formatted("", "", "", "", "", "").lines().toList();
        String swapped = String.join("\n", lines.get(0), lines.get(4), lines.get(5), lines.get(1),
                lines.get(3), lines.get(2));

        MenuContent again = Imports.read(ExchangeFormat.CSV, swapped, current);

        assertThat(again.modifierGroups()).extracting(ModifierGroup::id)
                .containsExactly("sauce", "size");
        assertThat(ids(again.modifierGroups().getFirst())).containsExactly("sauce-s");
        assertThat(ids(again.modifierGroups().getLast())).containsExactly("size-l", "size-s");
    }

    @Test
    void groupsOfOneNameKeepTheIdsOfTheirOwnOptions() {
        String file = """
                kind,name,price,max%s
                group,Size,,1%s
                option,Small,1,1%s
                group,Size,,1%s
                option,Small,3,1%s
                """;
        MenuDocument current = Imports
                .csv(file.formatted(",id", ",size", ",s-1", ",size-2", ",s-2"))
                .in(Imports.empty("NGN"));

        MenuContent again = Imports.read(ExchangeFormat.CSV,
                file.formatted("", "", "", "", ""), current);

        assertThat(again).isEqualTo(MenuContent.of(current));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"CSV|name,price\\nSuya,1|750",
            "CSV|name,price,tax\\nSuya,1,5% added|750",
            "CSV|kind,name,price,tax\\nmenu,,,5% added\\n,Suya,1,|500",
            "CSV|kind,name,price\\nmenu,,\\n,Suya,1|",
            "JSONLD|{\"@type\": \"Menu\"}|750",
            "JSONLD|{\"@type\": \"Menu\", \"carte:tax\": null}|",
            "JSONLD|{\"@type\": \"Menu\", \"carte:tax\": {\"rateBasisPoints\": 500,"
                    + " \"included\": true}}|500",
            "JSONLD|[{\"@type\": \"Menu\"}, {\"@type\": \"Menu\", \"name\": \"B\"}]|750",
            "JSON|{\"currency\": \"NGN\"}|"})
    void theTaxStaysWhereAFileDoesNotSpeakOfIt(ExchangeFormat format, String file,
            @Nullable Integer rate) {
        MenuContent menu = Imports.read(format, file.replace("\\n", "\n"), taxed());

        Tax tax = menu.tax();
        assertThat(tax == null ? null : (Integer) tax.rateBasisPoints()).isEqualTo(rate);
    }

    @ParameterizedTest
    @EnumSource
    void anExportOfAMenuWithoutTaxTakesItAway(ExchangeFormat format) {
        byte[] file = format.write(MenuJson.of(Imports.empty("NGN")));

        MenuContent menu = Imports.read(format, new String(file, StandardCharsets.UTF_8), taxed());

        assertThat(menu.tax()).isNull();
    }

    private static MenuDocument taxed() {
        return new MenuContent("NGN", List.of(), List.of(), new Tax(750, true))
                .in(Imports.empty("NGN"));
    }

    private static List<String> ids(ModifierGroup group) {
        return group.options().stream().map(Option::id).toList();
    }
}
