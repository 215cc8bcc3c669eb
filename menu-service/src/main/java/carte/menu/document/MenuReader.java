package carte.menu.document;

import carte.contracts.menu.Item;
import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Section;
import carte.contracts.menu.Tax;
import carte.kit.json.Faults;
import carte.kit.json.JsonBody;
import carte.kit.json.JsonObject;
import carte.menu.document.MenuReading.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads a whole menu and says everything that is wrong with it. */
public final class MenuReader {

    private static final List<String> SECTION_FIELDS = List
            .of("id", "name", "items", "sections", "hours", "translations");

    private MenuReader() {}

    /**
     * Reads the body of {@code PUT …/menu}.
     *
     * @param now what "in the future" is measured by
     * @throws carte.kit.problem.ProblemException with all faults
     */
    public static MenuContent read(byte[] body, Instant now) {
        return JsonBody.read(body, menu -> readMenu(menu, now));
    }

    /**
     * Reads a menu that was made from a file of another format, by the same rules.
     *
     * @param faults of the file; those of the menu are added
     * @throws carte.kit.problem.ProblemException with all faults
     */
    public static MenuContent read(ObjectNode menu, Faults faults, Instant now) {
        return JsonBody.read(menu, faults, object -> readMenu(object, now));
    }

    private static MenuContent readMenu(JsonObject menu, Instant now) {
        // What a read answered may be sent back: these are the service's own to say.
        menu.ignore("restaurantId");
        menu.ignore("version");
        menu.ignore("publishedAt");
        String currency = menu.matching("currency", MenuLimits.CURRENCY, "a currency such as NGN",
                "");
        MenuReading reading = new MenuReading(now, currency);
        List<Section> sections = menu.objects("sections", MenuLimits.SECTIONS,
                section -> readSection(section, reading, 1));
        List<ModifierGroup> groups = menu.objects("modifierGroups", MenuLimits.GROUPS,
                group -> GroupReader.read(group, reading));
        Tax tax = PartReader.tax(menu);
        if (reading.itemCount() > MenuLimits.ITEMS) {
            menu.fault("sections", "expected at most " + MenuLimits.ITEMS
                    + " items in all but found " + reading.itemCount());
        }
        resolve(reading.references(), groups);
        return new MenuContent(currency, sections, groups, tax);
    }

    private static Section readSection(JsonObject section, MenuReading reading, int level) {
        return new Section(
                reading.sectionId(section),
                section.text("name", MenuLimits.NAME),
                section.objects("items", MenuLimits.ITEMS, item -> readItem(item, reading)),
                level == 1 ? subsections(section, reading) : noSubsections(section),
                HoursReader.read(section, "hours"),
                PartReader.translations(section));
    }

    /** Items past the limit are counted and not read: a body of nothing else would cost much. */
    private static @Nullable Item readItem(JsonObject item, MenuReading reading) {
        if (reading.isFull()) {
            reading.countItem();
            item.ignoreAll();
            return null;
        }
        return ItemReader.read(item, reading);
    }

    private static List<Section> subsections(JsonObject section, MenuReading reading) {
        return section.objects("sections", MenuLimits.SECTIONS,
                nested -> readSection(nested, reading, 2));
    }

    private static List<Section> noSubsections(JsonObject section) {
        return section.objects("sections", MenuLimits.SECTIONS, nested -> {
            SECTION_FIELDS.forEach(nested::ignore);
            nested.faultAt(nested.pointer(), "expected no section here: sections nest two deep");
            return null;
        });
    }

    /** Groups nest two deep, so a group that an option opens opens none itself: no cycles. */
    private static void resolve(List<Reference> references, List<ModifierGroup> groups) {
        Set<String> known = groups.stream().map(ModifierGroup::id).collect(Collectors.toSet());
        Set<String> opening = groups.stream()
                .filter(group -> group.options().stream()
                        .anyMatch(option -> !option.modifierGroups().isEmpty()))
                .map(ModifierGroup::id)
                .collect(Collectors.toSet());
        for (Reference reference : references) {
            if (!known.contains(reference.groupId())) {
                reference.fault("there is no modifier group \"" + reference.groupId() + "\"");
            } else if (reference.fromOption() && opening.contains(reference.groupId())) {
                reference.fault("the options of \"" + reference.groupId() + "\" open groups"
                        + " themselves, and groups nest two deep");
            }
        }
    }
}
