package carte.browser.window;

import com.microsoft.playwright.Page;

/** A keyboard, with which one goes from one thing to the next. */
public final class Keyboard {

    private static final int MOST_STEPS = 120;

    /** What has the focus: its name, and a mark where nothing shows that it has it. */
    private static final String FOCUSED = """
            () => {
              const it = document.activeElement;
              if (!it || it === document.body) return '';
              const label = [...(it.labels ?? [])].map(each => each.textContent).join(' ');
              const name = [it.getAttribute('aria-label'), label, it.textContent, it.title]
                .find(text => text && text.trim()) || it.tagName;
              const outlined = style =>
                style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
              const shown = [it, it.parentElement, it.closest('li'), ...(it.labels || [])]
                .some(each => each && (outlined(getComputedStyle(each))
                  || outlined(getComputedStyle(each, '::after'))));
              return name.replace(/\\s+/g, ' ').trim() + (shown ? '' : ' (focus not to be seen)');
            }""";

    private final Page page;

    private Keyboard(Page page) {
        this.page = page;
    }

    /** Returns that of a window. */
    public static Keyboard of(Window window) {
        return new Keyboard(window.page());
    }

    /** Presses Tab until what has this in its name has the focus, visibly. */
    public Keyboard tabTo(String name) {
        StringBuilder passed = new StringBuilder();
        for (int step = 0; step < MOST_STEPS; step++) {
            page.keyboard().press("Tab");
            String focused = focused();
            if (focused.contains(name)) {
                if (focused.endsWith("(focus not to be seen)")) {
                    throw new AssertionError(focused);
                }
                return this;
            }
            passed.append("\n  ").append(focused);
        }
        throw new AssertionError("the keyboard does not lead to " + name + " but to" + passed);
    }

    /** Presses a key. */
    public Keyboard press(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Returns the name of what has the focus. */
    public String focused() {
        return String.valueOf(page.evaluate(FOCUSED));
    }
}
