package vn.loa.media.transcode;

/**
 * What was learnt by listening to the main sound of a file: the same each time, so that one who listened need not do it again.
 *
 * @param alone whether its first channel is heard alone, because all of them cancel each other out when they are mixed
 * @param points how many stretches its waveform was asked to have
 * @param waveform its shape, as {@link Waveform} writes it
 */
public record Heard(Loudness loudness, boolean alone, int points, String waveform) {}
