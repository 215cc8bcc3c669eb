package carte.gateway.site.customer;

import carte.contracts.menu.Availability;
import carte.contracts.menu.Item;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.Money;
import carte.contracts.menu.Section;
import carte.contracts.menu.ServiceHours;
import carte.contracts.restaurant.OpeningHours;
import carte.gateway.site.MoneyText;
import carte.gateway.site.TimeText;
import carte.gateway.site.customer.MenuView.DishView;
import carte.gateway.site.customer.MenuView.Price;
import carte.gateway.site.customer.MenuView.SectionView;
import carte.gateway.site.customer.MenuView.State;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes views of menus: pure functions of the document, the place, the moment and the language. */
final class MenuViews {

    private final MenuDocument menu;
    private final ZoneId zone;
    private final Instant now;
    private final Locale locale;

    private MenuViews(MenuDocument menu, ZoneId zone, Instant now, Locale locale) {
        this.menu = menu;
        this.zone = zone;
        this.now = now;
        this.locale = locale;
    }

    /** Returns the view; what is hidden, and sections with nothing to show, are left out. */
    static MenuView of(MenuDocument menu, ZoneId zone, Instant now, Locale locale) {
        MenuViews views = new MenuViews(menu, zone, now, locale);
        return new MenuView(menu.version().number(),
                TimeText.moment(menu.publishedAt(), now, zone, locale),
                views.sections(menu.sections(), List.of()));
    }

    private List<SectionView> sections(List<Section> sections, List<ServiceHours> around) {
        return sections.stream()
                .map(section -> section(section, around))
                .filter(section -> !section.dishes().isEmpty() || !section.sections().isEmpty())
                .toList();
    }

    private SectionView section(Section section, List<ServiceHours> around) {
        List<ServiceHours> hours = section.hours().isEmpty() ? around : section.hours();
        return new SectionView(section.id(), section.name(),
                TimeText.hours(section.hours(), locale),
                section.items().stream()
                        .filter(item -> status(item.availability()) != Availability.Status.HIDDEN)
                        .map(item -> dish(item, section.name(), hours))
                        .toList(),
                sections(section.sections(), hours));
    }

    private DishView dish(Item item, String section, List<ServiceHours> around) {
        return new DishView(item.id(), item.name(),
                Objects.requireNonNullElse(item.description(), ""),
                price(item),
                state(item, item.hours().isEmpty() ? around : item.hours()),
                back(item.availability()),
                TimeText.hours(item.hours(), locale),
                item.allergens(), item.diets(), item.image(),
                DishPicture.of(item.name(), section),
                !item.modifierGroups().isEmpty());
    }

    private Price price(Item item) {
        return new Price(text(item, "DELIVERY"), text(item, "PICKUP"));
    }

    private String text(Item item, String fulfilment) {
        Money money = item.prices().getOrDefault(fulfilment, item.price());
        return MoneyText.of(money, locale, menu.restaurantId().country());
    }

    private State state(Item item, List<ServiceHours> hours) {
        if (status(item.availability()) == Availability.Status.SOLD_OUT) {
            return State.SOLD_OUT;
        }
        return OpeningHours.weekly(zone, hours).isOpen(now) ? State.SERVED : State.LATER;
    }

    /** What was to end has ended by itself. */
    private Availability.Status status(Availability availability) {
        Instant until = availability.until();
        return until != null && !until.isAfter(now)
                ? Availability.Status.AVAILABLE
                : availability.status();
    }

    private @Nullable String back(Availability availability) {
        Instant until = availability.until();
        return until == null || !until.isAfter(now)
                ? null
                : TimeText.moment(until, now, zone, locale);
    }
}
