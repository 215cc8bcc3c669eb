package carte.menu.document;

import carte.contracts.menu.Availability;
import carte.contracts.menu.Money;
import carte.contracts.menu.Tax;
import carte.contracts.menu.Translation;
import carte.kit.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the small parts that items, options, sections and groups have in common. */
final class PartReader {

    private static final Set<String> FULFILMENTS = Set.of("DELIVERY", "PICKUP");

    private PartReader() {}

    static Money price(JsonObject owner, String field, @Nullable String currency) {
        Money price = owner.object(field, money -> money(money, currency));
        return price == null ? new Money(0, "") : price;
    }

    static Map<String, Money> prices(JsonObject owner, @Nullable String currency) {
        return owner.map("prices", FULFILMENTS.size(), (fulfilment, money) -> {
            if (!FULFILMENTS.contains(fulfilment)) {
                money.faultAt(money.pointer(), "expected DELIVERY or PICKUP");
            }
            return money(money, currency);
        });
    }

    private static Money money(JsonObject money, @Nullable String currency) {
        long amount = money.integer("amount", 0, MenuLimits.PRICE);
        String found = money.matching("currency", MenuLimits.CURRENCY, "a currency such as NGN",
                "");
        if (currency != null && !currency.isEmpty() && !found.isEmpty()
                && !found.equals(currency)) {
            money.fault("currency", wrongCurrency(currency, found));
        }
        return new Money(amount, found);
    }

    static String wrongCurrency(String expected, String found) {
        return "expected " + expected + ", the menu's currency, but found " + found;
    }

    static Availability availability(JsonObject owner, Instant now) {
        Availability read = owner.optionalObject("availability", availability -> {
            Availability.Status status = availability
                    .oneOf("status", Availability.Status.class, null);
            Instant until = availability.optionalInstant("until");
            if (until != null && status == Availability.Status.AVAILABLE) {
                availability.fault("until", "expected only with SOLD_OUT or HIDDEN");
            } else if (until != null && !until.isAfter(now)) {
                availability.fault("until", "expected a time in the future");
            }
            return new Availability(status, until);
        });
        return read == null ? Availability.AVAILABLE : read;
    }

    static @Nullable Tax tax(JsonObject owner) {
        return owner.optionalObject("tax", tax -> new Tax(
                (int) tax.integer("rateBasisPoints", 0, MenuLimits.TAX_BASIS_POINTS),
                tax.bool("included")));
    }

    static List<String> allergens(JsonObject owner) {
        return onceEach(owner, "allergens", Allergen.NAMES.size(), Allergen.NAMES::contains,
                "one of " + Allergen.NAMES + ", each once");
    }

    static List<String> diets(JsonObject owner) {
        return onceEach(owner, "diets", MenuLimits.DIETS,
                diet -> MenuLimits.DIET.matcher(diet).matches(),
                "a diet such as vegan or gluten-free, each once");
    }

    private static List<String> onceEach(JsonObject owner, String field, int most,
            Predicate<String> allowed, String expected) {
        Set<String> seen = new HashSet<>();
        return owner.texts(field, most, text -> allowed.test(text) && seen.add(text), expected);
    }

    static @Nullable String image(JsonObject owner) {
        String image = owner.optionalText("image", MenuLimits.IMAGE);
        if (image != null && !isHttps(image)) {
            owner.fault("image", "expected an https URL");
        }
        return image;
    }

    private static boolean isHttps(String text) {
        try {
            URI uri = new URI(text);
            return "https".equals(uri.getScheme()) && uri.getHost() != null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    static Map<String, Translation> translations(JsonObject owner) {
        return owner.map("translations", MenuLimits.LANGUAGES, (language, words) -> {
            if (!isLanguage(language)) {
                words.faultAt(words.pointer(), "expected a language such as fr or pt-BR (BCP 47)");
            }
            String name = words.optionalText("name", MenuLimits.NAME);
            String description = words.optionalText("description", MenuLimits.DESCRIPTION);
            if (name == null && description == null) {
                words.faultAt(words.pointer(), "expected name or description");
            }
            if (name != null && name.isBlank()) {
                words.fault("name", "expected a text that is not blank");
            }
            return new Translation(name, description);
        });
    }

    private static boolean isLanguage(String tag) {
        try {
            return !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
        } catch (IllformedLocaleException _) {
            return false;
        }
    }
}
