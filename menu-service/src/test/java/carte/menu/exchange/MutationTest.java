package carte.menu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuJson;
import carte.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Files that were whole and are damaged in some way are read or refused, and do nothing else. */
class MutationTest {

    /** More of them are tried where {@code -Dcarte.exchange.mutations} says so. */
    private static final int MUTATIONS = Integer.getInteger("carte.exchange.mutations", 600);

    private static final int MENUS = 8;

    private static final List<String> CELLS = List.of("", " ", "'", "menu", "section", "item",
            "group", "option", "-1", "0", "999999999999999999", "9999999999999999.99", "1,5", "5%",
            "7.5% included", "MON 11:00-11:00", "SOLD_OUT", "2999-01-01T00:00:00Z", "a|a", "\"",
            "name", "price", "kind", "tax", "name:fr", "name:fr/name", "description:", "KES", "🍲");

    private static final List<String> VALUES = List.of("null", "true", "5", "-1", "1e400", "1e-9",
            "999999999999999999", "\"\"", "\"x\"", "\"999999999999999999\"", "[]", "{}", "[[]]",
            "{\"@id\": \"#m\"}", "{\"@id\": \"#i\"}", "{\"@value\": 5}", "{\"@list\": [{}]}",
            "{\"@language\": \"fr\"}", "{\"name\": \"A\", \"offers\": {\"price\": 1}}");

    private static final List<String> NAMES = List.of("@id", "@type", "name", "offers", "price",
            "menuAddOn", "hasMenuItem", "hasMenuSection", "hasMenu", "image", "availability",
            "identifier", "carte:sections", "carte:items", "carte:options", "carte:id",
            "carte:modifierGroups", "carte:translations", "carte:availability", "carte:name",
            "carte:price", "carte:", "carte:currency", "carte:tax", "carte:a/b~c", "schema:name");

    private final Random random = new Random(20_261_126);

    @ParameterizedTest
    @EnumSource
    void damagedFilesAreReadOrRefused(ExchangeFormat format) {
        List<MenuDocument> menus = IntStream.range(0, MENUS)
                .mapToObj(seed -> new AnyMenus(seed).next()).toList();
        List<byte[]> files = menus.stream().map(menu -> format.write(MenuJson.of(menu))).toList();
        for (int i = 0; i < MUTATIONS; i++) {
            MenuDocument menu = menus.get(i % MENUS);
            byte[] whole = files.get(i % MENUS);
            byte[] damaged = format == ExchangeFormat.CSV ? rows(whole) : tree(whole);
            if (random.nextInt(4) == 0) {
                damage(damaged);
            }

            Throwable thrown = thrownBy(format, damaged, menu);

            if (thrown != null && !(thrown instanceof ProblemException)) {
                Assertions.fail("mutation " + i + ":\n"
                        + new String(damaged, StandardCharsets.UTF_8), thrown);
            }
        }
    }

    private static @Nullable Throwable thrownBy(
            ExchangeFormat format, byte[] file, MenuDocument menu) {
        return Assertions.catchThrowable(() -> assertThat(
                format.parse(file).read(menu, AnyMenus.NOW).in(menu)).isNotNull());
    }

    /** Exchanges, repeats and loses rows and cells, the header's too. */
    private byte[] rows(byte[] file) {
        List<List<String>> rows = new ArrayList<>();
        new String(file, StandardCharsets.UTF_8).lines()
                .forEach(line -> rows.add(new ArrayList<>(List.of(line.split(",", -1)))));
        for (int i = random.nextInt(4); i >= 0; i--) {
            List<String> row = random.nextInt(4) == 0 ? rows.getFirst() : one(rows);
            int cell = random.nextInt(row.size());
            switch (random.nextInt(5)) {
                case 0 -> row.set(cell, one(CELLS));
                case 1 -> row.set(cell, one(one(rows)));
                case 2 -> row.add(cell, one(CELLS));
                case 3 -> rows.add(random.nextInt(rows.size() + 1), new ArrayList<>(row));
                default -> rows.set(random.nextInt(rows.size()), new ArrayList<>(row));
            }
        }
        return String.join("\r\n", rows.stream().map(row -> String.join(",", row)).toList())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Exchanges, repeats and loses members and elements anywhere in a tree. */
    private byte[] tree(byte[] file) {
        JsonNode tree = ContractJson.mapper().readTree(file);
        List<JsonNode> nodes = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            nodes.clear();
            collect(tree, nodes);
            JsonNode value = random.nextBoolean()
                    ? one(nodes).deepCopy()
                    : ContractJson.mapper().readTree(one(VALUES));
            JsonNode owner = one(nodes.stream().filter(JsonNode::isContainer).toList());
            if (owner instanceof ObjectNode object) {
                List<String> names = List.copyOf(object.propertyNames());
                object.set(names.isEmpty() || random.nextInt(3) == 0 ? one(NAMES) : one(names),
                        value);
            } else if (owner instanceof ArrayNode array) {
                array.insert(random.nextInt(array.size() + 1), value);
            }
        }
        return ContractJson.mapper().writeValueAsBytes(tree);
    }

    private static void collect(JsonNode node, List<JsonNode> nodes) {
        nodes.add(node);
        node.forEach(child -> collect(child, nodes));
    }

    private void damage(byte[] file) {
        for (int i = random.nextInt(3); i >= 0; i--) {
            file[random.nextInt(file.length)] = (byte) "\",;:{}[]\r\n09aé"
                    .charAt(random.nextInt(14));
        }
    }

    private <T> T one(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
