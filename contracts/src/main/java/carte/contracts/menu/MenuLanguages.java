package carte.contracts.menu;

import carte.contracts.json.ContractJson;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Which languages a menu has translations of. */
public final class MenuLanguages {

    private static final String TRANSLATIONS = "translations";

    private MenuLanguages() {}

    /**
     * Returns the languages in lower case. Goes over the words without making a document of them,
     * because every menu that a gateway takes in is looked at.
     *
     * @throws tools.jackson.core.JacksonException if it is not JSON
     */
    public static Set<String> of(MenuJson menu) {
        Set<String> languages = new HashSet<>();
        try (JsonParser parser = ContractJson.mapper().createParser(menu.utf8())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME
                        && parser.currentName().equals(TRANSLATIONS)
                        && parser.nextToken() == JsonToken.START_OBJECT) {
                    collect(parser, languages);
                }
            }
        }
        return Set.copyOf(languages);
    }

    private static void collect(JsonParser parser, Set<String> languages) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            languages.add(name.toLowerCase(Locale.ROOT));
            parser.nextToken();
            parser.skipChildren();
        }
    }
}
