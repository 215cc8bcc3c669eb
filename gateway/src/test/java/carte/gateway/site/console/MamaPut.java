package carte.gateway.site.console;

import carte.contracts.json.ContractJson;
import java.util.Arrays;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A restaurant and its menu as the API tells of them, and forms that were filled in for it. */
public final class MamaPut {

    public static final String ID = "NG-mama-put-ikeja";

    private MamaPut() {}

    /** Returns version 7 of its menu, to be changed. */
    public static ObjectNode menu() {
        return json("""
                {"restaurantId": "NG-mama-put-ikeja", "version": 7, "currency": "NGN",
                 "publishedAt": "2026-11-23T17:10:11.123456Z",
                 "sections": [
                  {"id": "rice", "name": "Rice", "items": [
                    {"id": "jollof", "name": "Jollof rice", "description": "Smoky",
                     "price": {"amount": 250000, "currency": "NGN"},
                     "availability": {"status": "AVAILABLE", "until": null},
                     "hours": [], "allergens": ["peanuts"], "diets": ["vegan"], "image": null,
                     "modifierGroups": ["protein"],
                     "prices": {"DELIVERY": {"amount": 270000, "currency": "NGN"}},
                     "translations": {"fr": {"name": "Riz jollof", "description": null}}},
                    {"id": "ofada", "name": "Ofada rice", "description": null,
                     "price": {"amount": 300050, "currency": "NGN"},
                     "availability": {"status": "SOLD_OUT", "until": "2026-11-28T09:00:00Z"},
                     "hours": [], "allergens": [], "diets": [], "image": null,
                     "modifierGroups": [], "prices": {}, "translations": {}}],
                   "sections": [], "hours": [], "translations": {}},
                  {"id": "soups", "name": "Soups", "items": [
                    {"id": "egusi", "name": "Egusi", "description": null,
                     "price": {"amount": 180000, "currency": "NGN"},
                     "availability": {"status": "AVAILABLE", "until": null},
                     "hours": [], "allergens": [], "diets": [], "image": null,
                     "modifierGroups": [], "prices": {}, "translations": {}}],
                   "sections": [], "hours": [], "translations": {}}],
                 "modifierGroups": [
                  {"id": "protein", "name": "Protein", "min": 0, "max": 2, "free": 0, "options": [
                    {"id": "chicken", "name": "Chicken",
                     "price": {"amount": 80000, "currency": "NGN"}, "max": 2,
                     "modifierGroups": [], "allergens": [], "translations": {}},
                    {"id": "fish", "name": "Fish",
                     "price": {"amount": 90000, "currency": "NGN"}, "max": 1,
                     "modifierGroups": [], "allergens": ["fish"], "translations": {}}],
                   "translations": {}}]}""");
    }

    /** Returns what is said of the restaurant. */
    public static RestaurantFacts restaurant() {
        return RestaurantFacts.of(json("""
                {"id": "NG-mama-put-ikeja", "name": "Mama Put Ikeja", "country": "NG",
                 "city": "Lagos", "cuisines": ["nigerian"], "currency": "NGN",
                 "timeZone": "Africa/Lagos", "open": true, "rating": null, "menuVersion": 7,
                 "openingHours": [
                  {"days": ["MON", "TUE", "WED", "THU", "FRI"], "from": "10:00", "to": "15:00"},
                  {"days": ["FRI"], "from": "18:00", "to": "23:00"}]}"""));
    }

    /** Reads an object. */
    public static ObjectNode json(String text) {
        JsonNode read = ContractJson.mapper().readTree(text);
        return (ObjectNode) read;
    }

    /** Returns a form with these fields, each {@code name=value}. */
    public static Form form(String... fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        Arrays.stream(fields).map(field -> field.split("=", 2))
                .forEach(field -> form.add(field[0], field[1]));
        return new Form(form);
    }
}
