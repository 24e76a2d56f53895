package vn.loa.media.transcode;

import java.time.Duration;

/**
 * One picture in a file, moving or not.
 *
 * @param index among all streams of the file, from 0
 * @param codec as ffmpeg calls it
 * @param width as people see it: after rotation, with square pixels; even numbers are not promised
 * @param height as {@code width}
 * @param frameRate frames a second, the rate that suits all of them where some last longer
 * @param variableFrameRate whether frames last different times, or the picture ends before the sound
 * @param interlaced whether each frame holds two moments
 * @param matrix how colours become numbers, as ffmpeg calls it; empty when the file does not say
 * @param transfer how numbers become light
 */
public record VideoStream(
        int index,
        String codec,
        int width,
        int height,
        Fraction frameRate,
        boolean variableFrameRate,
        boolean interlaced,
        String matrix,
        Transfer transfer) {

    /** The same with what was found by counting all frames; ffmpeg 6.1 does not count what it only copies, and says 0. */
    VideoStream counted(long frames, Duration length) {
        var missing = frames > 0 && frames < frameRate.value() * length.toMillis() / 1000 * 0.9;
        return new VideoStream(
                index, codec, width, height, frameRate, variableFrameRate || missing, interlaced, matrix, transfer);
    }

    /** How numbers become light. */
    public enum Transfer {
        /** As on ordinary screens. */
        STANDARD,
        /** SMPTE ST 2084, used by HDR10 and Dolby Vision. */
        PQ,
        /** ARIB STD-B67, used by broadcasters and telephones. */
        HLG
    }
}
