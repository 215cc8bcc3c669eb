package carte.menu.document;

import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Section;
import java.util.List;

/** What an owner says of a menu: the document without what the service adds. */
public record MenuContent(
        String currency, List<Section> sections, List<ModifierGroup> modifierGroups) {

    /** Copies the lists. */
    public MenuContent {
        sections = List.copyOf(sections);
        modifierGroups = List.copyOf(modifierGroups);
    }

    /** Returns {@code menu} with this content, its version and time as they were. */
    public MenuDocument in(MenuDocument menu) {
        return new MenuDocument(menu.restaurantId(), menu.version(), currency, menu.publishedAt(),
                sections, modifierGroups);
    }
}
