/** How often and how well restaurants are ordered from, kept from the topic of orders' changes. */
@NullMarked
package carte.order.popularity;

import org.jspecify.annotations.NullMarked;
