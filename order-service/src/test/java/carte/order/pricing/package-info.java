/** Tests of pricing: pure, seeded where random. */
@NullMarked
package carte.order.pricing;

import org.jspecify.annotations.NullMarked;
