package carte.contracts.menu;

import org.jspecify.annotations.Nullable;

/** The words of a section, item, group or option in one language. */
public record Translation(@Nullable String name, @Nullable String description) {}
