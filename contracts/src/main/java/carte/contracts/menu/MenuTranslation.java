package carte.contracts.menu;

import java.util.List;
import java.util.Map;

/**
 * A menu in the words of one language: what its translations give is put in the place of the
 * menu's own names and descriptions, and nothing else changes.
 */
public final class MenuTranslation {

    private static final Translation NOTHING = new Translation(null, null);

    private final LanguageLookup language;

    private MenuTranslation(LanguageLookup language) {
        this.language = language;
    }

    /** Returns the menu in {@code language}, or in what that falls back to, part by part. */
    public static MenuDocument of(MenuDocument menu, String language) {
        return new MenuTranslation(LanguageLookup.of(language)).document(menu);
    }

    private MenuDocument document(MenuDocument menu) {
        return new MenuDocument(menu.restaurantId(), menu.version(), menu.currency(),
                menu.publishedAt(), sections(menu.sections()),
                menu.modifierGroups().stream().map(this::group).toList(), menu.tax());
    }

    private List<Section> sections(List<Section> sections) {
        return sections.stream().map(this::section).toList();
    }

    private Section section(Section section) {
        return new Section(section.id(), name(section.name(), section.translations()),
                section.items().stream().map(this::item).toList(), sections(section.sections()),
                section.hours(), section.translations());
    }

    private Item item(Item item) {
        String description = words(item.translations()).description();
        return new Item(item.id(), name(item.name(), item.translations()),
                description == null ? item.description() : description, item.price(),
                item.availability(), item.hours(), item.allergens(), item.diets(), item.image(),
                item.modifierGroups(), item.prices(), item.translations(), item.tax());
    }

    private ModifierGroup group(ModifierGroup group) {
        return new ModifierGroup(group.id(), name(group.name(), group.translations()),
                group.min(), group.max(), group.free(),
                group.options().stream().map(this::option).toList(), group.translations());
    }

    private Option option(Option option) {
        return new Option(option.id(), name(option.name(), option.translations()),
                option.price(), option.max(), option.modifierGroups(), option.allergens(),
                option.translations());
    }

    private String name(String own, Map<String, Translation> translations) {
        String name = words(translations).name();
        return name == null ? own : name;
    }

    /** A part of a menu has few translations, so going over them is all the index they need. */
    private Translation words(Map<String, Translation> translations) {
        String name = null;
        String description = null;
        for (String tag : language.tags()) {
            Translation words = find(tag, translations);
            name = name == null ? words.name() : name;
            description = description == null ? words.description() : description;
        }
        return new Translation(name, description);
    }

    private static Translation find(String tag, Map<String, Translation> translations) {
        return translations.entrySet().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(tag))
                .map(Map.Entry::getValue)
                .findFirst().orElse(NOTHING);
    }
}
