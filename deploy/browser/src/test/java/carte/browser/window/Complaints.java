package carte.browser.window;

import com.microsoft.playwright.BrowserContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a browser complains of in a window: errors of scripts, violations of the policy, 5xx. */
final class Complaints {

    /** What the policy refuses is told as an event, which names what was refused and where. */
    private static final String TELL_VIOLATIONS = """
            document.addEventListener('securitypolicyviolation', violation => console.error(
                'policy violated: ' + violation.violatedDirective + ' by ' + violation.blockedURI
                + ' at ' + violation.sourceFile + ':' + violation.lineNumber));
            """;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> expected = new ArrayList<>();

    static Complaints in(BrowserContext context) {
        Complaints complaints = new Complaints();
        context.addInitScript(TELL_VIOLATIONS);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.heard.add("%s: %s (%s)".formatted(
                        message.type(), message.text(), message.location()));
            }
        });
        context.onWebError(error -> complaints.heard.add("script: " + error.error()));
        context.onResponse(response -> {
            if (response.status() >= 500) {
                complaints.heard.add(response.status() + " from " + response.url());
            }
        });
        return complaints;
    }

    /** Takes a complaint that has this in it for what the test is about. */
    void expect(String part) {
        expected.add(part);
    }

    List<String> unexpected() {
        return heard.stream()
                .filter(complaint -> expected.stream()
                        .noneMatch(part -> isAbout(complaint, part)))
                .toList();
    }

    /** A status is looked for where one stands: ports and ids have such numbers in them, too. */
    private static boolean isAbout(String complaint, String part) {
        return part.matches("\\d{3}")
                ? complaint.matches("(?s)(" + part + " from|.*(status of|Code) " + part + "\\b).*")
                : complaint.contains(part);
    }
}
