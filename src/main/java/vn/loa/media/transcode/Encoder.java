package vn.loa.media.transcode;

import java.nio.file.Path;
import java.util.List;

/**
 * Makes renditions of foreign files. Re-running anything is harmless. Safe for use by many threads; interrupting the thread that waits kills the
 * programs and fails with {@link Failure.Reason#INTERRUPTED}.
 *
 * <p>Each method leaves finished files in a folder that exists, and nothing else; when it fails, nothing but what was reported by
 * {@link Progress#finished}.
 */
public final class Encoder {
    private final Ffmpeg ffmpeg;
    private final EncodingProfiles profiles;

    public Encoder(Ffmpeg ffmpeg, EncodingProfiles profiles) {
        this.ffmpeg = ffmpeg;
        this.profiles = profiles;
    }

    /**
     * What is needed first: the small sounds (A0, A1, A2), the smallest film (V0), the sizes of a picture.
     */
    public Outcome<List<EncodedFile>> small(Source source, Probe probe, Path folder, Progress progress) {
        throw new UnsupportedOperationException("follows");
    }

    /**
     * All the rest, from one decoding: station and waveform of a sound; V1, HLS, posters and storyboard of a film. Nothing of a picture.
     */
    public Outcome<List<EncodedFile>> full(Source source, Probe probe, Path folder, Progress progress) {
        throw new UnsupportedOperationException("follows");
    }

    /**
     * All the rest of a sound that dubs a film: as {@link #full}, and the audio groups of HLS, filled with silence to the film's length.
     *
     * @param filmProbe of the film
     * @param film whose own sound is compared with the dub
     */
    public Outcome<Dub> dub(
            Source source, Probe probe, Source film, Probe filmProbe, Path folder, Progress progress) {
        throw new UnsupportedOperationException("follows");
    }
}
