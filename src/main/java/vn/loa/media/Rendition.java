package vn.loa.media;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One encoding of an asset that browsers, phones or stations can be given. */
@Entity
public class Rendition {
    /** The profile of the master itself, among those of what was made of it. */
    public static final String MASTER = "original";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "asset")
    private MediaAsset asset;

    private String profile;

    @Column(name = "blob")
    private String sha256;

    @Column(name = "content_type")
    private String contentType;

    private long bytes;
    private @Nullable Integer bitrate;
    private @Nullable Integer width;
    private @Nullable Integer height;

    @Column(name = "duration_millis")
    private @Nullable Long durationMillis;

    @Column(name = "profile_version")
    private @Nullable Integer profileVersion;

    private @Nullable Double loudness;

    @Column(name = "true_peak")
    private @Nullable Double truePeak;

    @Embedded
    private @Nullable Segments segments;

    protected Rendition() {}

    /** @param profile A0, A1, A2, station, V0, V1, poster-320 …, or original for the master itself */
    @SuppressWarnings("NullAway.Init") // The asset says that it belongs to it when it takes it.
    public Rendition(String profile, Blob blob, String contentType) {
        this.profile = profile;
        this.sha256 = blob.sha256();
        this.contentType = contentType;
        this.bytes = blob.size();
    }

    /** Records what was measured; null where it does not apply. @param bitrate in bits per second */
    public void measured(
            @Nullable Integer bitrate, @Nullable Integer width, @Nullable Integer height, @Nullable Duration duration) {
        this.bitrate = bitrate;
        this.width = width;
        this.height = height;
        this.durationMillis = duration == null ? null : duration.toMillis();
    }

    /** Records which version of its profile made it. */
    public void madeBy(int version) {
        this.profileVersion = version;
    }

    /** Records what was measured on the decoded sound, by EBU R128. @param integrated in LUFS @param peak in dBTP */
    public void sounds(double integrated, double peak) {
        this.loudness = integrated;
        this.truePeak = peak;
    }

    /** Records how it is cut for HLS. */
    public void segmented(Segments cut) {
        this.segments = cut;
    }

    /** Whether it takes the place of another of the same asset. */
    boolean isSameAs(Rendition other) {
        return profile.equals(other.profile) && contentType.equals(other.contentType);
    }

    /** Whether it takes the place of another of the same asset, and leads to other bytes. */
    public boolean replaces(Rendition other) {
        return isSameAs(other) && !sha256.equals(other.sha256);
    }

    /** The same bytes, for another asset. */
    Rendition copy() {
        var copy = new Rendition();
        copy.profile = profile;
        copy.contentType = contentType;
        copy.takeContentOf(this);
        return copy;
    }

    void takeContentOf(Rendition other) {
        sha256 = other.sha256;
        bytes = other.bytes;
        bitrate = other.bitrate;
        width = other.width;
        height = other.height;
        durationMillis = other.durationMillis;
        profileVersion = other.profileVersion;
        loudness = other.loudness;
        truePeak = other.truePeak;
        segments = other.segments;
    }

    void belongsTo(MediaAsset owner) {
        this.asset = owner;
    }

    public MediaAsset asset() {
        return asset;
    }

    public String profile() {
        return profile;
    }

    /** Whether it is the file that came in, which pages offer only when nothing made of it plays. */
    public boolean isMaster() {
        return profile.equals(MASTER);
    }

    /** Of its content: names the {@link Blob}, which addresses need without anything else of it. */
    public String sha256() {
        return sha256;
    }

    /**
     * Where the public finds it, from the root of the portal.
     *
     * @param language code of the language it is in
     */
    public String address(String productSlug, String language) {
        return MediaAddress.of(productSlug, language, profile, sha256, contentType);
    }

    public String contentType() {
        return contentType;
    }

    public long bytes() {
        return bytes;
    }

    /** In bits per second. */
    public Optional<Integer> bitrate() {
        return Optional.ofNullable(bitrate);
    }

    public Optional<Integer> width() {
        return Optional.ofNullable(width);
    }

    public Optional<Integer> height() {
        return Optional.ofNullable(height);
    }

    /** Of the profile that made it; absent when it came from elsewhere. */
    public Optional<Integer> profileVersion() {
        return Optional.ofNullable(profileVersion);
    }

    /** In LUFS. */
    public Optional<Double> loudness() {
        return Optional.ofNullable(loudness);
    }

    /** Whether it is a film or a sound that can be played and kept as it is: what is cut for HLS has a picture or a sound, never both. */
    public boolean isPlayable() {
        return (contentType.startsWith("audio/") || contentType.startsWith("video/"))
                && segments().isEmpty();
    }

    /** How it is cut, when it is a rendition of HLS. */
    public Optional<Segments> segments() {
        return Optional.ofNullable(segments).filter(Segments::isThere);
    }

    public Optional<Duration> duration() {
        return Optional.ofNullable(durationMillis).map(Duration::ofMillis);
    }
}
