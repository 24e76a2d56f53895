package vn.loa.media.transcode;

/** How files that are cut for HLS are called among the renditions of a work: pictures by their side, sounds by their group. */
public final class StreamNames {
    private static final String PICTURE = "hls-";
    private static final String SOUND = "hls-audio-";

    private StreamNames() {}

    /** @param side length of the shorter edge of a 16:9 frame that it fits in, in pixels */
    static String picture(int side) {
        return PICTURE + side;
    }

    /** The side of a picture of this name. */
    public static int side(String picture) {
        return Integer.parseInt(picture.substring(PICTURE.length()));
    }

    public static boolean isSound(String profile) {
        return profile.startsWith(SOUND);
    }

    /** What the group of a sound is called in a master playlist. */
    public static String group(String sound) {
        return sound.substring(PICTURE.length());
    }
}
