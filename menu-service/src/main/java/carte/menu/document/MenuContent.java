package carte.menu.document;

import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Section;
import carte.contracts.menu.Tax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an owner says of a menu: the document without what the service adds. */
public record MenuContent(
        String currency,
        List<Section> sections,
        List<ModifierGroup> modifierGroups,
        @Nullable Tax tax) {

    /** Copies the lists. */
    public MenuContent {
        sections = List.copyOf(sections);
        modifierGroups = List.copyOf(modifierGroups);
    }

    /** Makes content that says nothing of tax. */
    public MenuContent(
            String currency, List<Section> sections, List<ModifierGroup> modifierGroups) {
        this(currency, sections, modifierGroups, null);
    }

    /** Returns what an owner said of {@code menu}. */
    public static MenuContent of(MenuDocument menu) {
        return new MenuContent(
                menu.currency(), menu.sections(), menu.modifierGroups(), menu.tax());
    }

    /** Returns {@code menu} with this content, its version and time as they were. */
    public MenuDocument in(MenuDocument menu) {
        return new MenuDocument(menu.restaurantId(), menu.version(), currency, menu.publishedAt(),
                sections, modifierGroups, tax);
    }
}
