package vn.loa.media.transcode;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** How pictures that belong to a work are called among its renditions. */
public final class PictureNames {
    static final String STORYBOARD = "storyboard";
    static final String WAVEFORM = "waveform";
    /** A picture that came with a recording. */
    static final String COVER = "cover";
    /** A picture that is a work itself. */
    static final String PICTURE = "picture";

    private static final Pattern NAME =
            Pattern.compile(STORYBOARD + "|" + WAVEFORM + "|(?:" + COVER + "|" + PICTURE + "|poster-\\d+)-\\d+");

    private static final Pattern CANDIDATE = Pattern.compile("poster-(\\d{1,3})-\\d+");

    private PictureNames() {}

    /** A candidate that was taken at a percentage of the film. */
    static String poster(int percent) {
        return "poster-" + percent;
    }

    static boolean isOne(String profile) {
        return NAME.matcher(profile).matches();
    }

    /** At which percent of a film it was taken; empty when it is no candidate for a poster. */
    public static OptionalInt percent(String profile) {
        var named = CANDIDATE.matcher(profile);
        return named.matches() ? OptionalInt.of(Integer.parseInt(named.group(1))) : OptionalInt.empty();
    }

    /** Whether it is a picture that came with a recording. */
    public static boolean isCover(String profile) {
        return profile.startsWith(COVER + "-");
    }
}
