/** The front page, the pages of places, and what the whole portal is called. Must not change content. */
@NullMarked
package vn.loa.home;

import org.jspecify.annotations.NullMarked;
