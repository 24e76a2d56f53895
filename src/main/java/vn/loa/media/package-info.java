/** Files by content, their renditions, and their way to the public. Must not know which works they belong to. */
@NullMarked
package vn.loa.media;

import org.jspecify.annotations.NullMarked;
