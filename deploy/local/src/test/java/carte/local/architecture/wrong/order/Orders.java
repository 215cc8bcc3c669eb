package carte.local.architecture.wrong.order;

import carte.local.architecture.wrong.menu.Menus;

/** Knows another service. */
public class Orders {

    /** Closes the circle of packages. */
    public Orders again() {
        return new Menus().orders();
    }
}
