package carte.menu.history;

import carte.kit.openapi.ApiShapes;
import carte.kit.openapi.Shapes;
import carte.menu.writing.ChangeKind;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** How versions and their differences look as JSON. */
@Component
final class HistoryShapes implements ApiShapes {

    @Override
    public void describe(Shapes shapes) {
        shapes.variable("versions/{version}", "The number of a version.", """
                {"type": "integer", "format": "int64", "minimum": 1}""", "5");
        shapes.scalar(JsonNode.class, "{}");
        versions(shapes);
        differences(shapes);
    }

    private static void versions(Shapes shapes) {
        shapes.of(HistoryPage.class).named("VersionPage")
                .is("Some versions of a menu, the newest first.")
                .field("next", "Sent as cursor it gives the next page; null on the last.");
        shapes.of(HistoryPage.Entry.class).named("Version")
                .is("Who made a version, when and how.")
                .field("author", "As the token named them.")
                .with("change", "{\"enum\": [" + kinds() + "]}")
                .field("traceId", "The W3C trace in which it was made; null if not kept.");
        shapes.of(Rollback.class)
                .is("The way back to an earlier version.")
                .required("toVersion")
                .between("toVersion", 1, Rollback.GREATEST)
                .field("toVersion", "Whose content is to be published again.");
    }

    private static String kinds() {
        return Arrays.stream(ChangeKind.values())
                .map(kind -> "\"" + kind + "\"")
                .collect(Collectors.joining(", "));
    }

    private static void differences(Shapes shapes) {
        shapes.of(MenuDiff.class)
                .is("How one version differs from another, part by part.")
                .field("changes", "Empty if the versions say the same.");
        shapes.of(MenuDiff.Change.class).named("PartChange")
                .is("What happened to one part; one that was moved and changed is named twice.")
                .omitted("name", "section", "group")
                .field("id", "Of the part; of the restaurant where the menu itself changed.")
                .field("section", "In which an item or a section stands or stood.")
                .field("group", "To which an option belongs.")
                .field("fields", "What changed; the price of what was added or removed.");
        shapes.of(MenuDiff.FieldChange.class)
                .is("What a field said and says, as in the menu; null where it said nothing.")
                .field("field", "As in the menu; `prices.DELIVERY` for one entry of several;"
                        + " `section` and `position` (from 1) of what was moved.");
    }
}
