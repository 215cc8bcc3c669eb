package carte.local.demo;

import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Section;
import java.util.List;

/** The body that replaces a menu: {@code PUT /api/v1/restaurants/{id}/menu}. */
public record MenuContent(
        String currency, List<Section> sections, List<ModifierGroup> modifierGroups) {}
