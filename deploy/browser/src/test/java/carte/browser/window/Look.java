package carte.browser.window;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/**
 * How a window looks at the pages.
 *
 * @param width in pixels of CSS
 * @param height in pixels of CSS
 * @param language of the browser
 * @param scripts whether scripts run
 */
public record Look(int width, int height, boolean dark, String language, boolean scripts) {

    /** A small telephone. */
    public static final Look PHONE = new Look(360, 740, false, "en-GB", true);

    /** A laptop. */
    public static final Look DESKTOP = new Look(1280, 800, false, "en-GB", true);

    /** Returns the same by night. */
    public Look byNight() {
        return new Look(width, height, true, language, scripts);
    }

    /** Returns the same of somebody who reads another language. */
    public Look in(String otherLanguage) {
        return new Look(width, height, dark, otherLanguage, scripts);
    }

    /** Returns the same of somebody whose browser runs no scripts. */
    public Look withoutScripts() {
        return new Look(width, height, dark, language, false);
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale(language)
                .setTimezoneId("Africa/Lagos")
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                // Pictures and colours are as they will be, not on their way there.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(scripts);
    }
}
