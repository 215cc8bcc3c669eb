package carte.browser.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import java.util.List;
import java.util.stream.Collectors;

/** Holds a page against the rules of WCAG 2.2, levels A and AA, and against good practice. */
public final class Accessibility {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa",
            "wcag22a", "wcag22aa", "best-practice");

    private Accessibility() {}

    /** Fails if anything of what the window shows breaks a rule that a program can judge. */
    public static void isGood(Window window) {
        // Of what is well the names suffice: long menus have thousands of places for them.
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        AxeResults results = new AxeBuilder(window.page())
                .options(options)
                // In one go: in parts, which only foreign frames need, takes four times as long.
                .setLegacyMode(true)
                .withTags(RULES)
                .analyze();
        assertThat(results.getPasses()).as("rules that were tried").isNotEmpty();
        assertThat(results.getViolations().stream().map(Accessibility::told).toList())
                .as("%s in the window of %s", window.path(), window.name())
                .isEmpty();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + rule.getNodes().stream()
                .map(node -> "\n    " + node.getHtml() + "\n      "
                        + String.valueOf(node.getFailureSummary()).replace("\n", " "))
                .collect(Collectors.joining());
    }
}
