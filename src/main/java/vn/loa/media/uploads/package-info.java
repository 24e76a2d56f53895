/** Files on their way in: resumable, forced to the disk before they are acknowledged. Must not know what becomes of them. */
@NullMarked
package vn.loa.media.uploads;

import org.jspecify.annotations.NullMarked;
