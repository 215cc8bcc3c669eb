package carte.menu.exchange.jsonld;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuJson;
import carte.menu.exchange.draft.MinorUnits;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a menu in the words of schema.org. A field for which there are none is carried under
 * {@code carte:} and its own name, so that nothing is lost, a field of later versions included.
 */
final class JsonLdMenuWriter {

    private static final JsonNode AVAILABLE = ContractJson.mapper()
            .readTree("{\"status\": \"AVAILABLE\", \"until\": null}");
    private static final JsonNode SOLD_OUT = ContractJson.mapper()
            .readTree("{\"status\": \"SOLD_OUT\", \"until\": null}");

    private static final Set<String> OF_THE_MENU = Set.of("restaurantId", "version", "currency",
            "publishedAt", "sections", "modifierGroups");
    private static final Set<String> OF_PARTS = Set.of("id", "name", "description", "price",
            "availability", "diets", "image", "modifierGroups", "translations", "items", "sections",
            "options");

    private JsonLdMenuWriter() {}

    static byte[] write(MenuJson json) {
        JsonNode menu = ContractJson.mapper().readTree(json.utf8());
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        ArrayNode context = written.putArray("@context");
        context.add("https://schema.org");
        context.addObject().put("carte", "urn:carte:");
        written.put("@type", "Menu");
        carry(menu, OF_THE_MENU, written);
        // Said even where there is none: what is not said stays as it is.
        written.set(JsonLdFile.OWN + "tax", menu.path("tax").isObject()
                ? menu.path("tax")
                : JsonNodeFactory.instance.nullNode());
        putAll(written, "hasMenuSection", menu.path("sections"), JsonLdMenuWriter::section);
        putAll(written, JsonLdFile.OWN_GROUPS, menu.path("modifierGroups"),
                JsonLdMenuWriter::group);
        return ContractJson.mapper().writeValueAsBytes(written);
    }

    private static ObjectNode section(JsonNode section) {
        ObjectNode written = named("MenuSection", section);
        putAll(written, "hasMenuItem", section.path("items"), JsonLdMenuWriter::item);
        putAll(written, "hasMenuSection", section.path("sections"), JsonLdMenuWriter::section);
        return written;
    }

    private static ObjectNode group(JsonNode group) {
        ObjectNode written = named("MenuSection", group);
        written.put("@id", groupAddress(group.path("id").stringValue()));
        putAll(written, "hasMenuItem", group.path("options"), JsonLdMenuWriter::item);
        return written;
    }

    /** Writes an item, or an option, which is one with fewer fields. */
    private static ObjectNode item(JsonNode item) {
        ObjectNode written = named("MenuItem", item);
        String description = item.path("description").asString("");
        if (!description.isEmpty()) {
            written.set("description", words(item, "description"));
        } else if (item.path("description").isString()) {
            carry("description", item, written);
        }
        putOffer(written, item);
        putDiets(written, item);
        if (item.path("image").isString()) {
            written.set("image", item.path("image"));
        }
        putAll(written, "menuAddOn", item.path("modifierGroups"),
                id -> JsonNodeFactory.instance.objectNode()
                        .put("@id", groupAddress(id.stringValue())));
        return written;
    }

    private static ObjectNode named(String type, JsonNode part) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.put("@type", type);
        written.set("identifier", part.path("id"));
        written.set("name", words(part, "name"));
        if (!isInWords(part)) {
            carry("translations", part, written);
        }
        carry(part, OF_PARTS, written);
        return written;
    }

    private static void putOffer(ObjectNode written, JsonNode item) {
        JsonNode price = item.path("price");
        String currency = price.path("currency").stringValue();
        ObjectNode offer = written.putObject("offers");
        offer.put("@type", "Offer");
        offer.put("price", MinorUnits.decimal(price.path("amount").longValue(), currency));
        offer.put("priceCurrency", currency);
        JsonNode availability = item.path("availability");
        if (availability.path("status").asString("").equals("SOLD_OUT")) {
            offer.put("availability", JsonLdFile.SCHEMA + "SoldOut");
        }
        if (availability.isObject() && !availability.equals(AVAILABLE)
                && !availability.equals(SOLD_OUT)) {
            carry("availability", item, written);
        }
    }

    private static void putDiets(ObjectNode written, JsonNode item) {
        List<String> diets = item.path("diets").valueStream().map(JsonNode::stringValue).toList();
        ArrayNode addresses = JsonNodeFactory.instance.arrayNode();
        Diets.addresses(diets).forEach(addresses::add);
        if (!addresses.isEmpty()) {
            written.set("suitableForDiet", addresses);
        }
        if (!Diets.areAllKnown(diets)) {
            carry("diets", item, written);
        }
    }

    /** A text, or texts in several languages, the one without a language first. */
    private static JsonNode words(JsonNode part, String property) {
        JsonNode text = part.path(property);
        if (!isInWords(part)) {
            return text;
        }
        ArrayNode words = JsonNodeFactory.instance.arrayNode();
        words.add(text);
        part.path("translations").forEachEntry((language, translation) -> {
            if (translation.path(property).isString()) {
                words.addObject().put("@language", language)
                        .set("@value", translation.path(property));
            }
        });
        return words.size() == 1 ? text : words;
    }

    /** A translation of what is not there in the first place has nowhere to stand. */
    private static boolean isInWords(JsonNode part) {
        return !part.path("description").asString("").isEmpty()
                || part.path("translations").valueStream()
                        .noneMatch(words -> words.path("description").isString());
    }

    private static void carry(JsonNode part, Set<String> others, ObjectNode written) {
        part.propertyNames().forEach(field -> {
            if (!others.contains(field)) {
                carry(field, part, written);
            }
        });
    }

    private static void carry(String field, JsonNode part, ObjectNode written) {
        JsonNode value = part.path(field);
        boolean says = !value.isMissingNode() && !value.isNull()
                && !(value.isContainer() && value.isEmpty());
        if (says) {
            written.set(JsonLdFile.OWN + field, value);
        }
    }

    private static void putAll(ObjectNode written, String property, JsonNode parts,
            Function<JsonNode, ObjectNode> writing) {
        if (!parts.isEmpty()) {
            ArrayNode list = written.putArray(property);
            parts.forEach(part -> list.add(writing.apply(part)));
        }
    }

    private static String groupAddress(String id) {
        return "#" + id;
    }
}
