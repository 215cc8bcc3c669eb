package carte.browser.kitchen;

/** Menus that people remember. */
final class Menus {

    /** Rice with a protein to choose and extras to add, grill, and drinks. */
    static final String MAMA_PUT = """
            {"currency": "NGN",
             "sections": [
               {"id": "rice", "name": "Rice", "items": [
                 {"id": "jollof", "name": "Jollof rice",
                  "description": "Smoky party rice in tomato and scotch bonnet",
                  "price": {"amount": 250000, "currency": "NGN"},
                  "modifierGroups": ["protein", "extras"], "diets": ["halal"],
                  "translations": {"fr": {"name": "Riz jollof"}}},
                 {"id": "white-rice", "name": "White rice and stew",
                  "description": "Long-grain rice, red pepper stew",
                  "price": {"amount": 200000, "currency": "NGN"}, "diets": ["vegan"]}]},
               {"id": "grill", "name": "Grill", "items": [
                 {"id": "suya", "name": "Beef suya",
                  "description": "Thin skewers in yaji, onion and cabbage",
                  "price": {"amount": 180000, "currency": "NGN"}, "allergens": ["peanuts"]},
                 {"id": "asun", "name": "Asun", "description": "Smoked goat, peppered",
                  "price": {"amount": 350000, "currency": "NGN"}}]},
               {"id": "drinks", "name": "Drinks", "items": [
                 {"id": "zobo", "name": "Zobo", "description": "Hibiscus, ginger, no sugar",
                  "price": {"amount": 60000, "currency": "NGN"}, "diets": ["vegan"]}]}],
             "modifierGroups": [
               {"id": "protein", "name": "Protein", "min": 1, "max": 1, "free": 0, "options": [
                 {"id": "chicken", "name": "Chicken",
                  "price": {"amount": 80000, "currency": "NGN"}},
                 {"id": "beef", "name": "Beef", "price": {"amount": 60000, "currency": "NGN"}}]},
               {"id": "extras", "name": "Extras", "min": 0, "max": 2, "free": 0, "options": [
                 {"id": "plantain", "name": "Plantain",
                  "price": {"amount": 50000, "currency": "NGN"}},
                 {"id": "egg", "name": "Boiled egg", "max": 2,
                  "price": {"amount": 30000, "currency": "NGN"}}]}]}""";

    private Menus() {}
}
