/** The book of orders: each as it was placed. */
@NullMarked
package carte.order.book;

import org.jspecify.annotations.NullMarked;
