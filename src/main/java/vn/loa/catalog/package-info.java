/** Products and their tracks: what the public can listen to, watch, read and download. Must not know plans. */
@NullMarked
package vn.loa.catalog;

import org.jspecify.annotations.NullMarked;
