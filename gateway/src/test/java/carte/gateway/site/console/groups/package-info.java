/** Tests of the modifier groups' page. */
@NullMarked
package carte.gateway.site.console.groups;

import org.jspecify.annotations.NullMarked;
