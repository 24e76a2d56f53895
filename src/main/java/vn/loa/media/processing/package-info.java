/** What is done to a file after it has come: taken in, looked at, encoded, in jobs that survive crashes. Must not know which works it is for. */
@NullMarked
package vn.loa.media.processing;

import org.jspecify.annotations.NullMarked;
