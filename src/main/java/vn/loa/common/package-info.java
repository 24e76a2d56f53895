/** What every feature needs and none owns: texts in several languages, addresses, pages of lists. Must not know any feature. */
@NullMarked
package vn.loa.common;

import org.jspecify.annotations.NullMarked;
