package carte.gateway.route;

/** A service behind the gateway. */
public enum Service {
    MENU("menu-service"), ORDER("order-service");

    private final String title;

    Service(String title) {
        this.title = title;
    }

    /** Returns the name by which people know it. */
    public String title() {
        return title;
    }
}
