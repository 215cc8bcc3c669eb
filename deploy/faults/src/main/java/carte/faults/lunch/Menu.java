package carte.faults.lunch;

/**
 * Restaurants made for one run: one whose menu stays as it is and is ordered from, one whose price
 * is changed all the time, and in another country a full page of them.
 */
final class Menu {

    static final String STEADY = "NG-lunch-steady";
    static final String BUSY = "NG-lunch-busy";
    static final long PRICE = 250_000;

    private Menu() {}

    static String restaurant(String id) {
        return """
                {"id": "%s", "name": "Lunch", "country": "NG", "city": "Lagos",
                 "currency": "NGN", "timeZone": "Africa/Lagos"}""".formatted(id);
    }

    /** Returns one of the other country's restaurants. */
    static String abroad(int number) {
        return """
                {"id": "GH-lunch-%03d", "name": "Lunch %d", "country": "GH", "city": "Accra",
                 "currency": "GHS", "timeZone": "Africa/Accra", "cuisines": ["ghanaian", "grill"],
                 "openingHours": [{"days": ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"],
                                   "from": "10:00", "to": "23:00"}]}"""
                .formatted(number, number);
    }

    /** Returns one of 32,768 texts that find all restaurants abroad: as many lists for a cache. */
    static String search(int number) {
        StringBuilder text = new StringBuilder("ghanaian");
        for (int i = 0; i < text.length(); i++) {
            if ((number >> i & 1) == 1) {
                text.setCharAt(i, Character.toUpperCase(text.charAt(i)));
            }
        }
        return text + "+".repeat(number >> text.length() & 0x7f);
    }

    static String content() {
        return """
                {"currency": "NGN", "sections": [{"id": "mains", "name": "Mains", "items": [
                  {"id": "jollof", "name": "Jollof rice",
                   "price": {"amount": %d, "currency": "NGN"}}]}]}""".formatted(PRICE);
    }

    static String price(long amount) {
        return "{\"price\": {\"amount\": " + amount + ", \"currency\": \"NGN\"}}";
    }

    static String order() {
        return """
                {"restaurantId": "%s", "menuVersion": 2, "fulfilment": "PICKUP",
                 "lines": [{"itemId": "jollof", "quantity": 1,
                            "unitPrice": {"amount": %d, "currency": "NGN"}, "options": []}]}"""
                .formatted(STEADY, PRICE);
    }
}
