/** What the portal takes for granted of its application server, proven inside one. Must not need the portal itself. */
@NullMarked
package vn.loa.testing.container;

import org.jspecify.annotations.NullMarked;
