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
    static final String MONO = mono("");

    /** The same of its first channel, without the others. */
    static final String FIRST = mono(",pan=mono|c0=c0");

    /** Enough for a whisper; more would only make the noise of a room loud. */
    private static final double MOST_GAIN = 30;

    private SoundFilters() {}

    private static String mono(String choice) {
        return "aresample=48000:async=1:first_pts=0" + choice
                + ",aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts=mono";
    }

    /**
     * The second pass: one gain for all of the sound, so that it stays as lively as it was; a limiter that looks ahead takes what would go over the
     * limit of true peaks, which is why it works at four times the rate. Where nothing would, it is left out: it costs as much as an encoder.
     */
    static String normalise(Loudness measured, Target target, Correction correction) {
        if (measured.isSilent()) {
            return "anull";
        }
        var gain = Math.min(MOST_GAIN, target.integrated() - measured.integrated()) + correction.louder();
        var ceiling = target.truePeak() - target.headroom() - correction.lower();
        var louder = String.format(Locale.ROOT, "volume=%.2fdB", gain);
        if (measured.truePeak() + gain <= ceiling) {
            return louder;
        }
        return louder
                + String.format(
                        Locale.ROOT,
                        ",aresample=192000,alimiter=limit=%.4f:attack=5:release=80:level=false,aresample=48000,aformat=channel_layouts=mono",
                        Math.pow(10, ceiling / 20));
    }

    /**
     * What listening to a coded sound taught.
     *
     * @param louder by how many dB it must become so
     * @param lower by how many dB peaks must become so
     */
    record Correction(double louder, double lower) {
        static final Correction NONE = new Correction(0, 0);
    }

    /** From normalised sound to what one profile encodes. */
    static String shape(Sound sound) {
        var cut = sound.lowCut() > 0 ? "highpass=f=" + sound.lowCut() + "," : "";
        return cut + "aresample=" + sound.sampleRate() + ",aformat=channel_layouts=mono";
    }
}
