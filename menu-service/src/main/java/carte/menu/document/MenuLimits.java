package carte.menu.document;

import carte.contracts.menu.MenuDocument;
import java.util.regex.Pattern;

/** How large the parts of a menu may be. */
public final class MenuLimits {

    /** Most items of a menu, in all sections together. */
    public static final int ITEMS = 5_000;

    /** Most bytes of a menu document, as sent and as stored. */
    public static final int DOCUMENT_BYTES = 2 * 1024 * 1024;

    /** Most hours of one list. */
    public static final int HOURS = 50;

    /** What ids of sections, items, groups and options look like. */
    public static final Pattern ID = Pattern.compile(MenuDocument.ID_PATTERN);

    static final Pattern DIET = Pattern.compile("[a-z0-9-]{1,40}");
    static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    static final int SECTIONS = 1_000;
    static final int GROUPS = 2_000;
    static final int OPTIONS = 500;
    static final int REFERENCES = 100;
    static final int DIETS = 50;
    static final int LANGUAGES = 50;
    static final int CHOICES = 1_000;
    static final int NAME = 200;
    static final int DESCRIPTION = 2_000;
    static final int TAX_BASIS_POINTS = 10_000;
    static final int IMAGE = 2_000;
    static final long PRICE = 1_000_000_000_000L;

    private MenuLimits() {}
}
