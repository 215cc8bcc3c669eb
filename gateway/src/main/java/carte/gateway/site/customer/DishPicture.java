package carte.gateway.site.customer;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Chooses the drawing for a dish that has no photograph, by the words in its names. */
final class DishPicture {

    private static final String ANY = "plate";
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    /** The first that fits is the one: what is told by one word stands before what needs many. */
    private static final List<Picture> PICTURES = List.of(
            picture("cup",
                    "tea|coffee|the a la menthe|the vert"
                            + "|cafe|chai|latte|cocoa|chocolat chaud|kinkeliba"),
            picture("drink", "drinks?|boissons?|juice|jus|water|eau|soda|beer|biere|zobo|chapman"
                    + "|smoothie|bissap|bouye|gingembre|lemonade|malt|cola|wine|vin|karkade"
                    + "|sobolo|lait|milk|sorrel|tamarind|shake|asaana|dawa"),
            picture("sweet", "desserts?|patisserie|cake|gateau|ice cream|basbousa|kunafa|pudding"
                    + "|puff puff|doughnuts?|mandazi|chin chin|cornes?|chebakia|baklawa|om ali"
                    + "|thiakry|fruits?|halwa|sweet"),
            picture("fish", "fish|poissons?|tilapia|prawns?|shrimps?|crevettes?|crab|octopus"
                    + "|lake|mer|seafood|thiof|thieboudienne|sardines?|mackerel|calamar|sambaza"
                    + "|capitaine|carpe|nile perch|omena|titus|lobster|thon|garba"),
            picture("chicken", "chicken|poulet|kuku|turkey|guinea|pintade|wings?|duck|pigeon"),
            picture("grill", "suya|grills?|grillades?|kebabs?|brochettes?|mishkaki|nyama|choma"
                    + "|muchomo|dibi|brais[a-z]*|charcoal|asun|kofta|kyinkyinga|chichinga|ribs?"
                    + "|steak|barbecue|bbq|goat|beef|mutton|agneau|boeuf|viande|meat|liver"),
            picture("noodles", "noodles?|pasta|spaghetti|macaroni|indomie|vermicelles?|koshari"),
            picture("salad", "salads?|salades?|kachumbari|tabouleh|zaalouk|mezze|coleslaw|avocat"
                    + "|vegetables?|legumes?|sukuma|greens|dodo|isombe"),
            picture("rice", "rice|riz|jollof|pilau|biryani|ofada|waakye|couscous|attieke|yassa"
                    + "|ceebu?|thieb[a-z]*|mafe|wali"),
            picture("egg", "eggs?|oeufs?|omelettes?|rolex|shakshouka"),
            picture("wrap", "wraps?|shawarma|sandwich|burgers?|tacos?|taameya|falafel|hawawshi"
                    + "|rolls?|samosas?|sambusa|fataya"),
            picture("bread", "bread|pain|chapati|msemen|baghrir|breakfast|petit-dejeuner|akara"
                    + "|pancakes?|croissants?|toast|kisra|vitumbua|foul|pies?|snacks?|bites"
                    + "|chops"),
            picture("bowl", "soups?|soupes?|harira|pots?|stews?|sauces?|egusi|okro|okra|ogbono"
                    + "|banga|pepper|efo|fufu|banku|kenkey|eba|amala|swallow|ugali|matooke|tajines?"
                    + "|tagines?|luwombo|kedjenou|pounded|beans?|lentils?|supu|nsala|afang"));

    private record Picture(String name, Pattern words) {}

    private DishPicture() {}

    private static Picture picture(String name, String words) {
        return new Picture(name, Pattern.compile("\\b(?:" + words + ")\\b"));
    }

    /** Returns the name of the drawing; the dish's own words count before its section's. */
    static String of(String dish, String section) {
        return find(dish, find(section, ANY));
    }

    private static String find(String words, String otherwise) {
        String plain = MARKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFD))
                .replaceAll("").replace("œ", "oe").toLowerCase(Locale.ROOT);
        return PICTURES.stream()
                .filter(picture -> picture.words().matcher(plain).find())
                .map(Picture::name)
                .findFirst().orElse(otherwise);
    }
}
