package vn.loa.media;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a rendition is cut for HLS (RFC 8216): its media playlist, and what a master playlist says about it. */
@Embeddable
public class Segments {
    private @Nullable String playlist;
    private @Nullable String codecs;

    @Column(name = "peak_bandwidth")
    private @Nullable Integer peakBandwidth;

    @Column(name = "average_bandwidth")
    private @Nullable Integer averageBandwidth;

    @Column(name = "frame_rate")
    private @Nullable Double frameRate;

    private @Nullable Integer channels;

    protected Segments() {}

    /**
     * @param playlist with a place for the address of the file
     * @param peakBandwidth in bits a second, as averageBandwidth
     * @param frameRate of a picture; null for a sound
     * @param channels of a sound; null for a picture
     */
    public Segments(
            String playlist,
            String codecs,
            int peakBandwidth,
            int averageBandwidth,
            @Nullable Double frameRate,
            @Nullable Integer channels) {
        this.playlist = playlist;
        this.codecs = codecs;
        this.peakBandwidth = peakBandwidth;
        this.averageBandwidth = averageBandwidth;
        this.frameRate = frameRate;
        this.channels = channels;
    }

    /** Null only when there is nothing to tell. */
    @Nullable String playlistOrNull() {
        return playlist;
    }

    public String playlist() {
        return known(playlist);
    }

    /** By RFC 6381. */
    public String codecs() {
        return known(codecs);
    }

    /** In bits a second. */
    public int peakBandwidth() {
        return known(peakBandwidth);
    }

    /** In bits a second. */
    public int averageBandwidth() {
        return known(averageBandwidth);
    }

    public Optional<Double> frameRate() {
        return Optional.ofNullable(frameRate);
    }

    public Optional<Integer> channels() {
        return Optional.ofNullable(channels);
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value, "what is cut has all of them");
    }
}
