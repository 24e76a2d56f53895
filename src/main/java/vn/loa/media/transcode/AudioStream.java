package vn.loa.media.transcode;

import java.util.Optional;

/**
 * One sound in a file.
 *
 * @param index among all streams of the file, from 0
 * @param codec as ffmpeg calls it
 * @param channels 1 is mono, 6 is 5.1
 * @param sampleRate in hertz
 * @param language as the file says, often wrong or missing
 * @param isDefault whether the file says that this one is played when nobody chooses
 */
public record AudioStream(
        int index, String codec, int channels, int sampleRate, Optional<String> language, boolean isDefault) {}
