/** What is made of several services' answers: the restaurant page, lists and rankings. */
@NullMarked
package carte.gateway.page;

import org.jspecify.annotations.NullMarked;
