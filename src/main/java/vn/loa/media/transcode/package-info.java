/**
 * What ffmpeg does with foreign files: looking at them and encoding them, in a sandbox, by profiles that are data. The core here must not know
 * the database.
 */
@NullMarked
package vn.loa.media.transcode;

import org.jspecify.annotations.NullMarked;
