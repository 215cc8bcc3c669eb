package carte.menu.exchange.draft;

import carte.kit.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A name as an id: {@code Jollof rice & fish} is {@code jollof-rice-fish}. */
final class Slug {

    private static final int LONGEST = 36;
    private static final int LONGEST_PREFIX = 12;
    private static final int HASH_BYTES = 4;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+|['’]");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");

    /** Letters that are not a letter with a mark, of languages of our menus. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('ɓ', "b"), Map.entry('ɗ', "d"), Map.entry('ƙ', "k"), Map.entry('ƴ', "y"),
            Map.entry('ɛ', "e"), Map.entry('ɔ', "o"), Map.entry('ŋ', "n"), Map.entry('ɖ', "d"),
            Map.entry('ø', "o"), Map.entry('ł', "l"), Map.entry('đ', "d"), Map.entry('ı', "i"),
            Map.entry('ß', "ss"), Map.entry('æ', "ae"), Map.entry('œ', "oe"));

    private Slug() {}

    /** Returns 1 to 45 characters; a name in another script is told apart by a hash. */
    static String of(String name) {
        String latin = latin(name);
        String slug = cut(latin, LONGEST);
        boolean whole = !slug.isEmpty() && latin.codePoints()
                .noneMatch(point -> Character.isLetter(point) && !isIdLetter(point));
        return whole ? slug : cut(slug + "-" + hash(name), LONGEST + 1 + 2 * HASH_BYTES);
    }

    /** Returns a short slug that ends in a dash, to stand before another; it may be empty. */
    static String prefix(String name) {
        String slug = cut(of(name), LONGEST_PREFIX);
        return slug.isEmpty() ? "" : slug + "-";
    }

    private static String latin(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
        String bare = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
        StringBuilder latin = new StringBuilder(bare.length());
        bare.chars().forEach(c -> latin.append(
                LETTERS.getOrDefault((char) c, String.valueOf((char) c))));
        return latin.toString();
    }

    private static boolean isIdLetter(int point) {
        return point >= 'a' && point <= 'z';
    }

    private static String cut(String text, int longest) {
        String slug = EDGES.matcher(OTHERS.matcher(text).replaceAll("-")).replaceAll("");
        return slug.length() <= longest
                ? slug
                : EDGES.matcher(slug.substring(0, longest)).replaceAll("");
    }

    private static String hash(String name) {
        return Sha256.hex(name.getBytes(StandardCharsets.UTF_8), HASH_BYTES);
    }
}
