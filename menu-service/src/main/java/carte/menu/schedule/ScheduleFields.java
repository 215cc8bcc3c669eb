package carte.menu.schedule;

import carte.menu.document.ItemFields;
import java.util.List;

/** The body that {@link ScheduleRequest} reads, for those who describe it. */
record ScheduleFields(String at, List<ItemFields.OfItem> changes) {}
