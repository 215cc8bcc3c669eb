package carte.menu.exchange;

import static carte.menu.exchange.Imports.csv;
import static carte.menu.exchange.Imports.refused;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.Item;
import carte.contracts.menu.Option;
import carte.kit.problem.Fault;
import carte.menu.document.MenuContent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that name the part around them where several have that name. */
class CsvPlacesTest {

    private static final String TWINS = """
            kind,id,parent,name,price,groups,max
            section,,,Drinks,,,
            section,white,,Wine,,,
            section,red,Drinks,Wine,,,
            section,,,Soup,,,
            group,small,,Size,,,1
            group,large,,Size,,,1
            group,,,Sauce,,,1
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"item,,Wine,Merlot,1,,|/line/9/parent",
            "section,,Wine,Rosé,,,|/line/9/parent", "option,,Size,Huge,1,,1|/line/9/parent",
            "item,,Soup,Egusi,1,Size,|/line/9/groups"})
    void aNameOfSeveralIsNoPlace(String row, String pointer) {
        List<Fault> faults = refused(ExchangeFormat.CSV, TWINS + row + "\n").errors();

        assertThat(faults).extracting(Fault::pointer).containsExactly(pointer);
        assertThat(faults.getFirst().detail()).contains("several", "expected an id");
    }

    @Test
    void anIdTellsThemApart() {
        MenuContent menu = csv(TWINS + """
                item,,red,Merlot,1,large,
                option,,large,Huge,1,,1
                """);

        Item merlot = menu.sections().getFirst().sections().getFirst().items().getFirst();
        assertThat(merlot.modifierGroups()).containsExactly("large");
        assertThat(menu.modifierGroups().get(1).options()).hasSize(1);
    }

    /** As people write them: each with what belongs to it below. */
    @Test
    void theRowAboveIsMeantWhereItHasTheName() {
        MenuContent menu = csv("""
                kind,parent,name,price,max
                section,,Drinks,,
                section,Drinks,Wine,,
                item,Wine,Merlot,1,
                section,,Wine,,
                item,Wine,Riesling,1,
                group,,Size,,1
                option,Size,Small,1,1
                group,,Size,,1
                option,Size,Large,1,1
                """);

        assertThat(menu.sections().getFirst().sections().getFirst().items())
                .extracting(Item::name).containsExactly("Merlot");
        assertThat(menu.sections().getLast().items()).extracting(Item::name)
                .containsExactly("Riesling");
        assertThat(menu.modifierGroups()).allSatisfy(
                group -> assertThat(group.options()).hasSize(1));
        assertThat(menu.modifierGroups().getLast().options()).extracting(Option::name)
                .containsExactly("Large");
    }
}
