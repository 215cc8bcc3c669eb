/** Child processes: started, watched, signalled, and found again after a crash. */
@NullMarked
package carte.local.process;

import org.jspecify.annotations.NullMarked;
