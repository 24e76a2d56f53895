package vn.loa.media.transcode;

import java.util.regex.Pattern;

/** How pictures that belong to a work are called among its renditions. */
final class PictureNames {
    static final String STORYBOARD = "storyboard";
    static final String WAVEFORM = "waveform";
    /** A picture that came with a recording. */
    static final String COVER = "cover";
    /** A picture that is a work itself. */
    static final String PICTURE = "picture";

    private static final Pattern NAME =
            Pattern.compile(STORYBOARD + "|" + WAVEFORM + "|(?:" + COVER + "|" + PICTURE + "|poster-\\d+)-\\d+");

    private PictureNames() {}

    /** A candidate that was taken at a percentage of the film. */
    static String poster(int percent) {
        return "poster-" + percent;
    }

    static boolean isOne(String profile) {
        return NAME.matcher(profile).matches();
    }
}
