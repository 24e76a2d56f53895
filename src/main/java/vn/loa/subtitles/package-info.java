/** Timed text: cues, and the formats they come in. Must not know which works they belong to. */
@NullMarked
package vn.loa.subtitles;

import org.jspecify.annotations.NullMarked;
