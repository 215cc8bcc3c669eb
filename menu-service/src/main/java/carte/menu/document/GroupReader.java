package carte.menu.document;

import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Option;
import carte.kit.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads one modifier group with its options. */
final class GroupReader {

    private GroupReader() {}

    static ModifierGroup read(JsonObject object, MenuReading reading) {
        Set<String> optionIds = new HashSet<>();
        ModifierGroup group = new ModifierGroup(
                reading.groupId(object),
                object.text("name", MenuLimits.NAME),
                (int) object.integer("min", 0, MenuLimits.CHOICES, 0),
                (int) object.integer("max", 1, MenuLimits.CHOICES),
                (int) object.integer("free", 0, MenuLimits.CHOICES, 0),
                object.objects("options", MenuLimits.OPTIONS,
                        option -> readOption(option, optionIds, reading)),
                PartReader.translations(object));
        check(object, group);
        return group;
    }

    private static Option readOption(JsonObject option, Set<String> ids, MenuReading reading) {
        return new Option(
                reading.uniqueId(option, ids, "option"),
                option.text("name", MenuLimits.NAME),
                PartReader.price(option, "price", reading.currency()),
                (int) option.integer("max", 1, MenuLimits.CHOICES, 1),
                reading.groupReferences(option, true),
                PartReader.allergens(option),
                PartReader.translations(option));
    }

    private static void check(JsonObject object, ModifierGroup group) {
        if (group.min() > group.max()) {
            object.fault("min", "expected at most max, which is " + group.max());
        } else if (group.min() > mostChoices(group.options())) {
            object.fault("min", "cannot be reached: the options allow "
                    + mostChoices(group.options()) + " choices in all");
        }
        if (group.free() > group.max()) {
            object.fault("free", "expected at most max, which is " + group.max());
        }
    }

    private static int mostChoices(List<Option> options) {
        return options.stream().mapToInt(Option::max).sum();
    }
}
