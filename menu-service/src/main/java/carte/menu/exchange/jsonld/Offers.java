package carte.menu.exchange.jsonld;

import carte.menu.exchange.draft.Draft;
import carte.menu.exchange.draft.MinorUnits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what something costs, and whether it is to be had. */
final class Offers {

    private static final Set<String> SOLD_OUT = Set.of("SoldOut", "OutOfStock", "Discontinued");

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final Graph graph;
    private final Draft draft;
    private final String currency;

    /**
     * Begins.
     *
     * @param currency of offers that name none
     */
    Offers(Graph graph, Draft draft, String currency) {
        this.graph = graph;
        this.draft = draft;
        this.currency = currency;
    }

    /** One offer; {@code name} is null where it has none. */
    private record Offer(@Nullable String name, String currency, long amount, boolean soldOut) {}

    /**
     * Puts price and availability into a part. Several prices need names, and become a group of
     * which one is chosen: the lowest price is the part's, the others' are what is added to it.
     *
     * @return the group, or nothing
     */
    Optional<ObjectNode> read(Place thing, ObjectNode part) {
        List<Offer> offers = new ArrayList<>();
        for (Place offer : graph.values(thing, "offers")) {
            read(thing, offer).ifPresent(offers::add);
        }
        if (offers.isEmpty()) {
            if (graph.values(thing, "offers").isEmpty()) {
                fault(thing, "expected an offer with a price");
            }
            part.set("price", money(0, currency));
            return Optional.empty();
        }
        if (offers.stream().allMatch(Offer::soldOut)) {
            part.withObjectProperty("availability").put("status", "SOLD_OUT");
        }
        Offer lowest = offers.stream().min((a, b) -> Long.compare(a.amount(), b.amount()))
                .orElseThrow();
        part.set("price", money(lowest.amount(), lowest.currency()));
        boolean onePrice = offers.stream().allMatch(offer -> offer.amount() == lowest.amount());
        return onePrice ? Optional.empty() : Optional.of(choice(thing, part, offers, lowest));
    }

    private ObjectNode choice(Place thing, ObjectNode part, List<Offer> offers, Offer lowest) {
        ObjectNode group = draft.part(thing.pointer());
        group.put("name", part.path("name").asString(""));
        group.put("min", 1).put("max", 1);
        Set<String> names = new HashSet<>();
        for (Offer offer : offers) {
            if (offer.name() == null || !names.add(offer.name())) {
                fault(thing, "expected one price, or offers with a name each to choose from");
                return group;
            }
            ObjectNode option = draft.part(thing.pointer());
            option.put("name", offer.name());
            option.set("price", money(offer.amount() - lowest.amount(), offer.currency()));
            group.withArray("options").add(option);
        }
        return group;
    }

    private Optional<Offer> read(Place thing, Place offer) {
        Place priced = graph.value(offer, "price").isPresent()
                ? offer
                : graph.value(offer, "priceSpecification").orElse(offer);
        Optional<Place> price = graph.value(priced, "price");
        String found = graph.value(priced, "priceCurrency")
                .or(() -> graph.value(offer, "priceCurrency"))
                .map(Words::text)
                .map(text -> text.strip().toUpperCase(Locale.ROOT))
                .orElse(currency);
        if (price.isEmpty()) {
            fault(thing, "expected an offer with a price");
            return Optional.empty();
        }
        if (!CURRENCY.matcher(found).matches()) {
            fault(thing, "expected a currency such as NGN");
            return Optional.empty();
        }
        OptionalLong amount = amount(price.get(), found);
        if (amount.isEmpty()) {
            fault(thing, "expected an amount of " + found + " such as "
                    + MinorUnits.decimal(250_000, found) + " but found "
                    + JsonLdFile.quoted(price.get().node()));
            return Optional.empty();
        }
        boolean soldOut = graph.values(offer, "availability").stream()
                .anyMatch(value -> SOLD_OUT.contains(Graph.local(reference(value))));
        return Optional.of(new Offer(graph.value(offer, "name").map(Words::text).orElse(null),
                found, amount.getAsLong(), soldOut));
    }

    private static OptionalLong amount(Place price, String currency) {
        JsonNode value = price.isObject() ? price.node().path("@value") : price.node();
        if (value.isNumber()) {
            return MinorUnits.exact(value.decimalValue(), currency);
        }
        return value.isString()
                ? PriceText.read(value.stringValue(), currency)
                : OptionalLong.empty();
    }

    /** Returns an address that stands as a text or as a reference. */
    static String reference(Place value) {
        String text = Words.text(value);
        return text != null ? text : value.object().path("@id").asString("");
    }

    private void fault(Place thing, String detail) {
        draft.fault(thing.pointer(), "/price", detail);
    }

    private static ObjectNode money(long amount, String currency) {
        return JsonNodeFactory.instance.objectNode().put("amount", amount)
                .put("currency", currency);
    }
}
