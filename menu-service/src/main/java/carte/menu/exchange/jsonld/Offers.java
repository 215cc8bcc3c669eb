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
    private record Offer(@Nullable String name, Price price, boolean soldOut) {

        long amount() {
            return price.amount();
        }

        String currency() {
            return price.currency();
        }
    }

    private record Price(long amount, String currency) {}

    /**
     * Puts price and availability into a part. Several prices need names, and become a group of
     * which one is chosen: the lowest price is the part's, the others' are what is added to it.
     * What is sold out is left out of it, unless all is: options cannot be sold out by themselves.
     *
     * @return the group, or nothing
     */
    Optional<ObjectNode> read(Place thing, ObjectNode part) {
        List<Offer> offers = toBeHad(thing);
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

    private List<Offer> toBeHad(Place thing) {
        List<Offer> all = new ArrayList<>();
        for (Place offer : graph.values(thing, "offers")) {
            read(thing, offer).ifPresent(all::add);
        }
        List<Offer> toBeHad = all.stream().filter(offer -> !offer.soldOut()).toList();
        return toBeHad.isEmpty() ? all : toBeHad;
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
        Set<Price> prices = new HashSet<>();
        for (Place priced : priced(offer)) {
            String found = currency(thing, priced, offer);
            for (Place price : graph.values(priced, "price")) {
                Optional<Price> read = found.isEmpty()
                        ? Optional.empty()
                        : price(thing, price, found);
                if (read.isEmpty()) {
                    return Optional.empty();
                }
                prices.add(read.get());
            }
        }
        if (prices.size() != 1) {
            fault(thing, prices.isEmpty()
                    ? "expected an offer with a price"
                    : "expected one price of an offer, but there are several");
            return Optional.empty();
        }
        boolean soldOut = graph.values(offer, "availability").stream()
                .anyMatch(value -> SOLD_OUT.contains(Graph.local(reference(value))));
        return Optional.of(new Offer(graph.value(offer, "name").map(Words::text).orElse(null),
                prices.iterator().next(), soldOut));
    }

    /** Prices stand in the offer itself or, if it has none, in what specifies them. */
    private List<Place> priced(Place offer) {
        return graph.value(offer, "price").isPresent()
                ? List.of(offer)
                : graph.values(offer, "priceSpecification");
    }

    /** Returns the currency of a price, or an empty text after a fault. */
    private String currency(Place thing, Place priced, Place offer) {
        List<Place> own = graph.values(priced, "priceCurrency");
        List<String> found = (own.isEmpty() ? graph.values(offer, "priceCurrency") : own).stream()
                .map(value -> reference(value).strip().toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        if (found.isEmpty()) {
            return currency;
        }
        if (found.size() > 1 || !CURRENCY.matcher(found.getFirst()).matches()) {
            fault(thing, "expected a currency such as NGN");
            return "";
        }
        return found.getFirst();
    }

    private Optional<Price> price(Place thing, Place price, String currency) {
        OptionalLong amount = amount(price, currency);
        if (amount.isEmpty()) {
            fault(thing, "expected an amount of " + currency + " such as "
                    + MinorUnits.decimal(250_000, currency) + " but found "
                    + JsonLdFile.quoted(price.node()));
            return Optional.empty();
        }
        return Optional.of(new Price(amount.getAsLong(), currency));
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
