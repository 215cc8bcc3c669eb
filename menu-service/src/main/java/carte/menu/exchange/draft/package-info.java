/** What all foreign formats share: a menu in the making, whose faults are told by their places. */
@NullMarked
package carte.menu.exchange.draft;

import org.jspecify.annotations.NullMarked;
