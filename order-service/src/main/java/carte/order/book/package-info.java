/** The book of orders: each as it was placed, and what has become of it. */
@NullMarked
package carte.order.book;

import org.jspecify.annotations.NullMarked;
