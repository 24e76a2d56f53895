package vn.loa.media.transcode;

/**
 * Loudness by EBU R128.
 *
 * @param integrated in LUFS; {@link #SILENT} or less says that nothing is heard
 * @param range in LU
 * @param truePeak in dBTP
 * @param threshold below which passages were not counted, in LUFS
 */
public record Loudness(double integrated, double range, double truePeak, double threshold) {
    /** The absolute gate of BS.1770: what is quieter all along has no loudness. */
    public static final double SILENT = -70;

    /** Whether there is nothing to make louder. */
    public boolean isSilent() {
        return !(integrated > SILENT);
    }
}
