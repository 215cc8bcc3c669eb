package carte.gateway;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** What services say that know one restaurant with one dish. */
final class ApiOfMamaPut {

    private ApiOfMamaPut() {}

    static Publisher<Void> answer(
            HttpServerRequest request, HttpServerResponse response) {
        String uri = request.uri();
        String body = uri.contains("/export?format=json")
                ? menu(7, 250_000)
                : uri.contains("/items/")
                        ? menu(8, 260_000)
                        : uri.contains("/diff") || uri.contains("dry_run")
                                ? DIFF
                                : uri.contains("/propagation")
                                        ? PROPAGATION
                                        : uri.contains("/versions")
                                                ? VERSIONS
                                                : uri.contains("/schedule")
                                                        || uri.contains("/orders")
                                                                ? NOTHING
                                                                : RESTAURANTS;
        return response.header("Content-Type", "application/json").header("Menu-Version", "7")
                .sendString(Mono.just(body));
    }

    private static String menu(int version, int price) {
        return """
                {"restaurantId": "NG-mama-put-ikeja", "version": %d, "currency": "NGN",
                 "sections": [{"id": "rice", "name": "Rice", "items": [
                   {"id": "jollof", "name": "Jollof rice",
                    "price": {"amount": %d, "currency": "NGN"},
                    "availability": {"status": "AVAILABLE", "until": null},
                    "allergens": ["peanuts"], "diets": [], "modifierGroups": ["protein"],
                    "prices": {}}], "sections": []}],
                 "modifierGroups": [{"id": "protein", "name": "Protein", "min": 0, "max": 1,
                   "free": 0, "options": [{"id": "fish", "name": "Fish",
                     "price": {"amount": 100, "currency": "NGN"}, "max": 1}]}]}"""
                .formatted(version, price);
    }

    private static final String RESTAURANTS = """
            {"items": [{"id": "NG-mama-put-ikeja", "name": "Mama Put Ikeja", "country": "NG",
              "city": "Lagos", "cuisines": ["nigerian"], "currency": "NGN",
              "timeZone": "Africa/Lagos", "open": true, "menuVersion": 7}], "next": null}""";
    private static final String NOTHING = "{\"items\": [], \"next\": null}";
    private static final String DIFF = """
            {"from": 7, "to": 2, "changes": [{"kind": "CHANGED", "what": "ITEM", "id": "jollof",
              "name": "Jollof rice", "section": "rice", "fields": [{"field": "price",
                "from": {"amount": 250000, "currency": "NGN"},
                "to": {"amount": 200000, "currency": "NGN"}}]}]}""";
    private static final String PROPAGATION = """
            {"version": 7, "committedAt": "2026-11-23T17:10:11Z",
             "kafkaAckedAt": "2026-11-23T17:10:11.002Z",
             "redisAppliedAt": "2026-11-23T17:10:11.005Z", "gateways": [], "traceId": null}""";
    private static final String VERSIONS = """
            {"items": [{"version": 7, "publishedAt": "2026-11-23T17:10:11Z", "author": "mama-put",
              "change": "ITEM_CHANGED", "traceId": null}], "next": null}""";

    /** Returns a page with one order of the API's list. */
    static String order(String number, String placedAt, String next) {
        return """
                {"items": [{"id": "0198f1c2-7d1e-7b3a-9c52-3f5b6a7c%s", "state": "PLACED",
                  "fulfilment": "PICKUP", "lines": [], "placedAt": "%s", "revision": 1,
                  "total": {"amount": 700000, "currency": "NGN"}}], "next": %s}"""
                .formatted(number, placedAt, next);
    }
}
