/** Tests of the menu editor. */
@NullMarked
package carte.gateway.site.console.editor;

import org.jspecify.annotations.NullMarked;
