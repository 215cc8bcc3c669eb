/** The choices that customers have with an item: modifier groups and their options. */
@NullMarked
package carte.gateway.site.console.groups;

import org.jspecify.annotations.NullMarked;
