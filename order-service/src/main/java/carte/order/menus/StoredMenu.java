package carte.order.menus;

import carte.contracts.menu.CompressedMenu;
import carte.contracts.menu.MenuVersion;

/** A document that a copy holds, and its version. */
record StoredMenu(MenuVersion version, CompressedMenu document) {}
