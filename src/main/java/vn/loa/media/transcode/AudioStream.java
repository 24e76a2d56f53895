package vn.loa.media.transcode;

/**
 * One sound in a file.
 *
 * @param index among all streams of the file, from 0
 * @param isDefault whether the file says that this one is played when nobody chooses
 */
public record AudioStream(int index, boolean isDefault) {}
