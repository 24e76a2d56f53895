package vn.loa.media.transcode;

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

    /** The playlist for a file that is found at an address. */
    public String at(String address) {
        return text.replace(ADDRESS, address);
    }
}
