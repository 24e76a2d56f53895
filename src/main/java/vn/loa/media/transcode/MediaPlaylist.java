package vn.loa.media.transcode;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * The playlist of one rendition of HLS, whose segments are byte ranges of one file, with what a master playlist says about it.
 *
 * @param text the playlist (RFC 8216) with {@link #ADDRESS} where the address of the file belongs
 * @param codecs by RFC 6381, such as {@code avc1.4d401f}
 * @param peakBandwidth of the most expensive segment, in bits a second
 * @param averageBandwidth of all, in bits a second
 * @param frameRate of a picture
 * @param channels of a sound
 */
public record MediaPlaylist(
        String text,
        String codecs,
        int peakBandwidth,
        int averageBandwidth,
        Optional<Double> frameRate,
        Optional<Integer> channels) {
    /** Stands for the address of the file; no other part of a playlist holds a brace. */
    public static final String ADDRESS = "{address}";

    /** The playlist of a file that is played in one piece, as subtitles are. */
    public static String whole(Duration length) {
        var seconds = String.format(Locale.ROOT, "%.3f", length.toMillis() / 1000.0);
        return String.join(
                "\n",
                "#EXTM3U",
                "#EXT-X-VERSION:7",
                "#EXT-X-TARGETDURATION:" + Math.max(1, Math.round(length.toMillis() / 1000.0)),
                "#EXT-X-MEDIA-SEQUENCE:0",
                "#EXT-X-PLAYLIST-TYPE:VOD",
                "#EXTINF:" + seconds + ",",
                ADDRESS,
                "#EXT-X-ENDLIST",
                "");
    }

    /** The playlist for a file that is found at an address. */
    public String at(String address) {
        return text.replace(ADDRESS, address);
    }
}
