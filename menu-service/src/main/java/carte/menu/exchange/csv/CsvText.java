package carte.menu.exchange.csv;

/**
 * Texts as cells that a spreadsheet takes for texts: what it would take for a formula is written
 * with an apostrophe before it, and so is the empty text, which is not the same as none.
 */
final class CsvText {

    private static final char GUARD = '\'';

    // The wide forms are formulas to spreadsheets of East Asia.
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private CsvText() {}

    /** Returns the cell that {@link #read} reads as {@code text}. */
    static String write(String text) {
        return isGuarded(text) ? GUARD + text : text;
    }

    /** Returns the text of a cell; an apostrophe that guards nothing belongs to the text. */
    static String read(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == GUARD && isGuarded(cell.substring(1))
                ? cell.substring(1)
                : cell;
    }

    private static boolean isGuarded(String text) {
        String bare = text;
        // A text that looks guarded is guarded once more, so that none is read as another.
        while (!bare.isEmpty() && bare.charAt(0) == GUARD) {
            bare = bare.substring(1);
        }
        return bare.isEmpty() || isFormula(bare);
    }

    private static boolean isFormula(String text) {
        String visible = text.stripLeading();
        return FORMULA.indexOf(text.charAt(0)) >= 0
                || (!visible.isEmpty() && FORMULA.indexOf(visible.charAt(0)) >= 0);
    }
}
