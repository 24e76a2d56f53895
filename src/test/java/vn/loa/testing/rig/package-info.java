/** The portal's beans with real transactions and a real database in the process of a test. Must not replace what it tests. */
@NullMarked
package vn.loa.testing.rig;

import org.jspecify.annotations.NullMarked;
