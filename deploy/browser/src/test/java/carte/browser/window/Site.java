package carte.browser.window;

import carte.browser.kitchen.Kitchen;
import com.microsoft.playwright.Browser;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The site as one test sees it: windows of people that it opens, and restaurants that it makes. */
public final class Site {

    private final URI address;
    private final Browser browser;
    private final Kitchen kitchen;
    private final List<Window> windows = new ArrayList<>();

    Site(RunningSite running) {
        address = running.local().gateway();
        browser = running.chromium().browser();
        Supplier<String> operator = () -> running.local().token("operator");
        kitchen = new Kitchen(address, operator);
    }

    /** Opens a window of somebody. */
    public Window window(String name, Look look) {
        Window window = new Window(name, browser.newContext(look.options()), address);
        windows.add(window);
        return window;
    }

    /** Opens a window of a customer with a telephone. */
    public Window customer() {
        return window("customer", Look.PHONE);
    }

    /** Opens a window of somebody with a laptop. */
    public Window admin() {
        return window("admin", Look.DESKTOP);
    }

    /** Returns who makes restaurants. */
    public Kitchen kitchen() {
        return kitchen;
    }

    /** Returns the public address. */
    public URI address() {
        return address;
    }

    void photograph(Path folder, String test) {
        for (Window window : windows) {
            window.photograph(folder.resolve(test + "-" + window.name() + "-"
                    + windows.indexOf(window) + ".png"));
        }
    }

    /** Tells what each window shows, and what its browser complained of. */
    String description() {
        return windows.stream().map(Window::description).collect(Collectors.joining("\n"));
    }

    void hasNoComplaints() {
        windows.forEach(Window::hasNoComplaints);
    }

    void close() {
        windows.forEach(Window::close);
    }
}
