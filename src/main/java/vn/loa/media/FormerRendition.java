package vn.loa.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file that another has replaced, and that its address still leads to for a while. */
@Entity
@Table(name = "former_rendition")
public class FormerRendition {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "asset")
    private MediaAsset asset;

    /** By its id: the film whose pictures it shows, when it is of a dub. */
    private @Nullable Long film;

    private String profile;

    @Column(name = "blob")
    private String sha256;

    @Column(name = "content_type")
    private String contentType;

    private long bytes;

    @Column(name = "replaced_at")
    private Instant replacedAt;

    protected FormerRendition() {}

    FormerRendition(Rendition replaced, MediaAsset heir, Instant now) {
        var before = replaced.asset();
        this.asset = heir;
        this.film = before.isOfFilm(replaced) ? before.shownFilm().orElse(null) : null;
        this.profile = replaced.profile();
        this.sha256 = replaced.sha256();
        this.contentType = replaced.contentType();
        this.bytes = replaced.bytes();
        this.replacedAt = now;
    }

    public MediaAsset asset() {
        return asset;
    }

    /** As {@link Rendition#address}. */
    public String address(String productSlug, String language) {
        return MediaAddress.of(productSlug, language, profile, sha256, contentType);
    }

    public String sha256() {
        return sha256;
    }

    public String contentType() {
        return contentType;
    }

    public long bytes() {
        return bytes;
    }
}
