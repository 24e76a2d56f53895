package vn.loa.media.transcode;

import java.util.Locale;
import vn.loa.media.transcode.SoundProfiles.Sound;
import vn.loa.media.transcode.SoundProfiles.Target;

/** Pieces of ffmpeg's filter graphs for sounds. */
final class SoundFilters {
    /**
     * One channel at 48 kHz that begins at zero: gaps are filled and what begins late is led by silence, so that it stays with the picture. More
     * channels are mixed down by ITU-R BS.775.
     */
    static final String MONO =
            "aresample=48000:async=1:first_pts=0,aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts=mono";

    /** What ffmpeg's normaliser takes. */
    private static final double LEAST_RANGE = 7;

    private static final double MOST_RANGE = 20;
    private static final double LEAST = -99;

    private SoundFilters() {}

    /**
     * The second pass: one gain for all where peaks allow it, else a gentle one that follows the sound.
     *
     * @param lower by how much peaks are kept lower than the headroom asks for, in dB
     */
    static String normalise(Loudness measured, Target target, double lower) {
        if (measured.isSilent()) {
            return "anull";
        }
        return String.format(
                Locale.ROOT,
                "loudnorm=I=%.1f:TP=%.1f:LRA=%.1f:measured_I=%.1f:measured_LRA=%.1f:measured_TP=%.1f:measured_thresh=%.1f:linear=true"
                        + ",aresample=48000,aformat=channel_layouts=mono",
                target.integrated(),
                target.truePeak() - target.headroom() - lower,
                Math.max(LEAST_RANGE, Math.min(MOST_RANGE, measured.range())),
                Math.max(LEAST, Math.min(0, measured.integrated())),
                measured.range(),
                measured.truePeak(),
                Math.max(LEAST, Math.min(0, measured.threshold())));
    }

    /** From normalised sound to what one profile encodes. */
    static String shape(Sound sound) {
        var cut = sound.lowCut() > 0 ? "highpass=f=" + sound.lowCut() + "," : "";
        return cut + "aresample=" + sound.sampleRate() + ",aformat=channel_layouts=mono";
    }
}
