package vn.loa.media;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** That a rendition is cut for HLS (RFC 8216), and what a master playlist says about it; {@link Playlists} keeps its media playlist. */
@Embeddable
public class Segments {
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
     * @param codecs by RFC 6381
     * @param peakBandwidth in bits a second, as averageBandwidth
     * @param frameRate of a picture; null for a sound
     * @param channels of a sound; null for a picture
     */
    public Segments(
            String codecs,
            int peakBandwidth,
            int averageBandwidth,
            @Nullable Double frameRate,
            @Nullable Integer channels) {
        this.codecs = codecs;
        this.peakBandwidth = peakBandwidth;
        this.averageBandwidth = averageBandwidth;
        this.frameRate = frameRate;
        this.channels = channels;
    }

    /** False only when nothing is told about a rendition. */
    boolean isThere() {
        return codecs != null;
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
