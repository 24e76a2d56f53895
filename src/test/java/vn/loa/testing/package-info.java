/** A whole running portal and a browser for tests, and what many tests share. Must not hold tests of a feature. */
@NullMarked
package vn.loa.testing;

import org.jspecify.annotations.NullMarked;
