package carte.menu.exchange;

import static carte.menu.exchange.Imports.csv;
import static carte.menu.exchange.Imports.refused;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.Item;
import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Section;
import carte.contracts.menu.ServiceHours.Day;
import carte.kit.problem.Fault;
import carte.kit.problem.Problem;
import carte.menu.document.MenuContent;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvImportTest {

    private static final String MENU = """
            kind,id,parent,name,price,groups,max
            section,rice,,Rice,,,
            item,jollof,rice,Jollof rice,2500.00,protein,
            group,protein,,Protein,,,2
            option,chicken,protein,Chicken,800,,1
            """;

    @Test
    void readsSectionsItemsGroupsAndOptions() {
        MenuContent menu = csv(MENU);

        Item jollof = menu.sections().getFirst().items().getFirst();
        assertThat(jollof.id()).isEqualTo("jollof");
        assertThat(jollof.price().amount()).isEqualTo(250_000);
        assertThat(jollof.modifierGroups()).containsExactly("protein");
        ModifierGroup protein = menu.modifierGroups().getFirst();
        assertThat(protein.max()).isEqualTo(2);
        assertThat(protein.options().getFirst().price().amount()).isEqualTo(80_000);
    }

    @Test
    void theSameMenuInManySpellingsIsTheSame() {
        MenuContent menu = csv(MENU);

        assertThat(csv("\uFEFF" + MENU)).isEqualTo(menu);
        assertThat(csv(MENU.replace("\n", "\r\n"))).isEqualTo(menu);
        assertThat(csv(MENU.replace("\n", "\r"))).isEqualTo(menu);
        assertThat(csv(MENU.replace("kind,id,parent,name", "Kind, ID ,PARENT,Name")))
                .isEqualTo(menu);
        assertThat(csv(MENU.replace(',', ';').replace("2500.00", "2500,00"))).isEqualTo(menu);
        assertThat(csv(MENU.replace("\n", "\n\n,,,,,,\n"))).isEqualTo(menu);
        assertThat(csv(MENU.replace("Jollof rice", "\"Jollof rice\""))).isEqualTo(menu);
        assertThat(csv(MENU.replace("item,", "ITEM,").replace("section,", "Section,")))
                .isEqualTo(menu);
        assertThat(csv(MENU.replace(",rice,Jollof", ",,Jollof").replace(",protein,Chicken",
                ",,Chicken"))).isEqualTo(menu);
        assertThat(csv("""
                price,name,parent,id,kind,max,groups
                ,Rice,,rice,section
                2500.00,Jollof rice,Rice,jollof,,,Protein
                ,Protein,,protein,group,2
                800.00,Chicken,Protein,chicken,option,1
                """)).isEqualTo(menu);
    }

    @Test
    void aPriceListOfThreeColumnsIsAMenu() {
        MenuContent menu = csv("""
                parent,name,price
                Rice,Jollof rice,2500
                Grill,Suya,1800
                Rice,Ofada rice,2700
                """);

        assertThat(menu.sections()).extracting(Section::name).containsExactly("Rice", "Grill");
        assertThat(menu.sections()).extracting(Section::id).containsExactly("rice", "grill");
        assertThat(menu.sections().getFirst().items()).extracting(Item::id)
                .containsExactly("jollof-rice", "ofada-rice");
        assertThat(csv("name,price\nSuya,1\n").sections().getFirst().name()).isEqualTo("Menu");
    }

    @Test
    void readsHoursListsAndLanguages() {
        Item item = csv("name,price,hours,allergens,diets,until,availability,name:fr,image\n"
                + "Suya,1,\"Fri-Mon 9:00-12:00|TUE, WED 22:00-02:00\",\"milk, Nuts\",Vegan|halal,"
                + "2026-12-01T00:00:00Z,sold out,Brochette,https://images.example/suya.jpg\n")
                .sections().getFirst().items().getFirst();

        assertThat(item.hours().getFirst().days())
                .containsExactly(Day.FRI, Day.SAT, Day.SUN, Day.MON);
        assertThat(item.hours().getLast().days()).containsExactly(Day.TUE, Day.WED);
        assertThat(item.allergens()).containsExactly("milk", "nuts");
        assertThat(item.diets()).containsExactly("vegan", "halal");
        assertThat(item.availability().status().name()).isEqualTo("SOLD_OUT");
        assertThat(item.availability().until()).isNotNull();
        assertThat(item.translations().get("fr")).extracting("name").isEqualTo("Brochette");
    }

    @ParameterizedTest
    @CsvSource({"2500,NGN,250000", "2500.0,NGN,250000", "2500.00,NGN,250000", "0.05,NGN,5",
            "0.29,NGN,29", "1.1,NGN,110", "2500,XOF,2500", "2500.00,XOF,2500", "2500,TND,2500000",
            "2.5,TND,2500", "2.505,TND,2505", "10000000000,NGN,1000000000000"})
    void pricesAreExact(String cell, String currency, long amount) {
        MenuContent menu = Imports.read(ExchangeFormat.CSV, "name,price\nSuya," + cell,
                Imports.empty(currency));

        assertThat(menu.sections().getFirst().items().getFirst().price().amount())
                .isEqualTo(amount);
    }

    static Stream<Arguments> wrongRows() {
        return Stream.of(
                Arguments.of("item,x,rice,X,,,", "/line/3/price", "missing"),
                Arguments.of("item,x,rice,X,abc,,", "/line/3/price", "\"abc\""),
                Arguments.of("item,x,rice,X,-5,,", "/line/3/price", "such as 2500.00"),
                Arguments.of("item,x,rice,X,\"2,500\",,", "/line/3/price", "thousands"),
                Arguments.of("item,x,rice,X,2.500,,", "/line/3/price", "amount of NGN"),
                Arguments.of("item,x,rice,X,1e3,,", "/line/3/price", "amount of NGN"),
                Arguments.of("item,x,rice,X,NaN,,", "/line/3/price", "amount of NGN"),
                Arguments.of("item,x,rice,X,0.005,,", "/line/3/price", "amount of NGN"),
                Arguments.of("item,x,rice,X,10000000001,,", "/line/3/price", "expected 0 to"),
                Arguments.of("item,x,rice,X," + "9".repeat(500) + ",,", "/line/3/price", "..."),
                Arguments.of("item,x,rice,X," + "9".repeat(18) + ",,", "/line/3/price",
                        "amount of NGN"),
                Arguments.of("item,X!,rice,X,1,,", "/line/3/id", "an id of"),
                Arguments.of("item,x,rice,,1,,", "/line/3/name", "missing"),
                Arguments.of("item,x,soup,X,1,,", "/line/3/parent", "no section \"soup\""),
                Arguments.of("item,x,rice,X,1,nowhere,", "/line/3/groups", "nowhere"),
                Arguments.of("item,x,rice,X,1,,2", "/line/3/max", "another kind than item"),
                Arguments.of("dish,x,rice,X,1,,", "/line/3/kind", "menu, section, item"),
                Arguments.of("item,x,rice,X,1,,,extra", "/line/3", "no column"),
                Arguments.of("item,x,rice," + "x".repeat(201) + ",1,,", "/line/3/name", "200"),
                Arguments.of("item,x,rice,a\u0000b,1,,", "/line/3/name", "control"),
                Arguments.of("section,rice,,Again,,,", "/line/3/id", "already"),
                Arguments.of("section,a,b,A,,,", "/line/3/parent", "no section \"b\""),
                Arguments.of("section,a,a,A,,,", "/line/3/parent", "nest two deep"),
                Arguments.of("option,x,nowhere,X,1,,1", "/line/3/parent", "no group"),
                Arguments.of("option,x,,X,1,,1", "/line/3/parent", "expected a group"),
                Arguments.of("group,g,,G,,,", "/line/3/max", "missing"),
                Arguments.of("group,g,,G,,,many", "/line/3/max", "whole number"),
                Arguments.of("group,g,,G,,,0", "/line/3/max", "expected 1 to"),
                Arguments.of("group,g,,G,,,99999999999999999999", "/line/3/max", "whole number"));
    }

    @ParameterizedTest
    @MethodSource("wrongRows")
    void rowsThatAreWrongAreToldByLineAndColumn(String row, String pointer, String detail) {
        Problem problem = refused(ExchangeFormat.CSV,
                "kind,id,parent,name,price,groups,max\nsection,rice,,Rice,,,\n" + row + "\n");

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors()).extracting(Fault::pointer).containsOnly(pointer);
        assertThat(problem.errors().getFirst().detail()).startsWith("line 3").contains(detail);
    }

    static Stream<Arguments> wrongCells() {
        return Stream.of(
                Arguments.of("availability", "GONE", "/line/2/availability"),
                Arguments.of("tax", "7.5", "/line/2/tax"),
                Arguments.of("tax", "101% included", "/line/2/tax"),
                Arguments.of("until", "tomorrow", "/line/2/until"),
                Arguments.of("hours", "always", "/line/2/hours"),
                Arguments.of("hours", "XXX 10:00-11:00", "/line/2/hours"),
                Arguments.of("hours", "MON 10:00-25:00", "/line/2/hours"),
                Arguments.of("hours", "MON 10:00-12:00|MON 11:00-13:00", "/line/2/hours"),
                Arguments.of("allergens", "dust", "/line/2/allergens"),
                Arguments.of("diets", "vegan|vegan", "/line/2/diets"),
                Arguments.of("image", "http://images.example/a.jpg", "/line/2/image"),
                Arguments.of("currency", "KES", "/line/2/price"),
                Arguments.of("price:delivery", "cheap", "/line/2/price:delivery"),
                Arguments.of("name:klingonlanguage", "x", "/line/2/name:klingonlanguage"));
    }

    @ParameterizedTest
    @MethodSource("wrongCells")
    void cellsThatAreWrongAreTold(String column, String cell, String pointer) {
        Problem problem = refused(ExchangeFormat.CSV,
                "name,price," + column + "\nSuya,1," + cell + "\n");

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors()).extracting(Fault::pointer).contains(pointer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"name,price,spicy|spicy", "name,name,price|once",
            "id,price|column name", "titel;preis|titel", "{}|{}", "<html>|html",
            "name,name:fr,name:fr/name|\"name:fr/name\"", "name,name:en fr,price|name:en fr"})
    void headersThatAreWrongAreInvalid(String header, String named) {
        Problem problem = refused(ExchangeFormat.CSV, header + "\n1,2,3\n");

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors()).isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.pointer()).isEqualTo("/line/1"))
                .anySatisfy(fault -> assertThat(fault.detail()).contains(named));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name,price\n", "name,price", "name,price\n,\n"})
    void aHeaderAloneIsNoMenu(String file) {
        Problem problem = refused(ExchangeFormat.CSV, file);

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors()).singleElement()
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/line/1"));
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of(new byte[0], "header"),
                Arguments.of("\uFEFF".getBytes(StandardCharsets.UTF_8), "header"),
                Arguments.of("name,price\nS\u00fcya,1\n".getBytes(StandardCharsets.ISO_8859_1),
                        "line 2"),
                Arguments.of("name,price\n".getBytes(StandardCharsets.UTF_16), "line 1"),
                Arguments.of("name,price\n\"Suya,1\n".getBytes(StandardCharsets.UTF_8), "line 1"),
                Arguments.of("name,price\n\"Suya\"x,1\n".getBytes(StandardCharsets.UTF_8),
                        "line 1"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatCannotBeReadIsMalformed(byte[] file, String place) {
        Problem problem = refused(ExchangeFormat.CSV, file);

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.detail()).contains(place);
    }

    @Test
    void linesAreCountedAcrossCellsOfSeveralLinesAndAllFaultsAreTold() {
        Problem problem = refused(ExchangeFormat.CSV,
                "name,price\r\n\"Two\r\nlines\",x\r\n\r\nSuya,y\r\n");

        assertThat(problem.errors()).extracting(Fault::pointer)
                .containsExactly("/line/2/price", "/line/5/price");
        Problem many = refused(ExchangeFormat.CSV, "name,price\n" + "Suya,x\n".repeat(150));
        assertThat(many.errors()).hasSize(100);
        assertThat(many.detail()).startsWith("150 faults");
    }
}
