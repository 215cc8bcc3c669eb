package carte.order.menus;

import carte.contracts.event.MalformedEvent;
import carte.contracts.event.MenuChanged;
import carte.contracts.event.MenuEvent;
import carte.contracts.event.MenuEventCodec;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuJson;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads records of the topic as far as they can be read. */
final class MenuEvents {

    private MenuEvents() {}

    /**
     * What a record said.
     *
     * @param event the event; null where there is none, without its menu where that is unreadable
     * @param fault why the record, or its menu, cannot be read
     */
    record Reading(@Nullable MenuEvent event, @Nullable RuntimeException fault) {}

    static Reading read(ConsumerRecord<String, byte[]> record) {
        try {
            MenuEvent event = MenuEventCodec.decode(record).orElse(null);
            return event instanceof MenuChanged change
                    ? checkMenu(change)
                    : new Reading(event, null);
        } catch (RuntimeException e) {
            // Whatever the reader stumbles over, it would stumble over again at each retry.
            return new Reading(null, e);
        }
    }

    private static Reading checkMenu(MenuChanged event) {
        MenuJson menu = event.menu();
        try {
            if (menu != null) {
                requireSame(event, menu.parse());
            }
            return new Reading(event, null);
        } catch (RuntimeException e) {
            return new Reading(withoutMenu(event), e);
        }
    }

    private static void requireSame(MenuChanged event, MenuDocument menu) {
        if (!event.restaurantId().equals(menu.restaurantId())
                || !event.version().equals(menu.version())) {
            throw new MalformedEvent("the event is of " + event.restaurantId() + " version "
                    + event.version() + " but its menu is of " + menu.restaurantId() + " version "
                    + menu.version());
        }
    }

    private static MenuChanged withoutMenu(MenuChanged event) {
        return new MenuChanged(
                event.restaurantId(), event.version(), event.shard(), event.publishedAt(), null);
    }
}
