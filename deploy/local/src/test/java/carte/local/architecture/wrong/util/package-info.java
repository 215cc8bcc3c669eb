/** Code that breaks the rules: a name that says nothing, and no word on nulls. */
package carte.local.architecture.wrong.util;
