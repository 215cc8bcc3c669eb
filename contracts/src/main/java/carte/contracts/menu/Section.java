package carte.contracts.menu;

import java.util.List;
import java.util.Map;

/**
 * A titled part of a menu, which may hold sections of its own, two levels in all.
 *
 * @param hours of the items that have none themselves; empty: as the section around it, or always
 * @param translations by language, as in {@link Item#translations}
 */
public record Section(
        String id,
        String name,
        List<Item> items,
        List<Section> sections,
        List<ServiceHours> hours,
        Map<String, Translation> translations) {

    /** Copies the collections; absent ones are empty. */
    public Section {
        items = Lists.copyOrEmpty(items);
        sections = Lists.copyOrEmpty(sections);
        hours = Lists.copyOrEmpty(hours);
        translations = Lists.copyOrEmpty(translations);
    }
}
