/** The portal for other sites and for search engines. Must not change what it passes on. */
@NullMarked
package vn.loa.syndication;

import org.jspecify.annotations.NullMarked;
