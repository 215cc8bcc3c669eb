/** Tests of the schedule's page. */
@NullMarked
package carte.gateway.site.console.schedule;

import org.jspecify.annotations.NullMarked;
