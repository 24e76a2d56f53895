package vn.loa.media;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One master with everything made from it. */
@Entity
@Table(name = "media_asset")
public class MediaAsset {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private MediaKind kind;

    @Column(name = "original_name")
    private String originalName;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "master")
    private Blob master;

    @Column(name = "duration_millis")
    private @Nullable Long durationMillis;

    private @Nullable Integer width;
    private @Nullable Integer height;

    @Column(name = "created_at")
    private Instant createdAt;

    @OneToMany(mappedBy = "asset", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
    @OrderBy("bytes")
    private List<Rendition> renditions = new ArrayList<>();

    protected MediaAsset() {}

    /** @param originalName as the editor's file was called; shown, never used as a path */
    public MediaAsset(MediaKind kind, String originalName, Blob master, Instant createdAt) {
        this.kind = kind;
        this.originalName = originalName;
        this.master = master;
        this.createdAt = createdAt;
    }

    /** Records what was measured on the decoded content; null where it does not apply. */
    public void measured(@Nullable Duration duration, @Nullable Integer width, @Nullable Integer height) {
        this.durationMillis = duration == null ? null : duration.toMillis();
        this.width = width;
        this.height = height;
    }

    public void add(Rendition rendition) {
        rendition.belongsTo(this);
        renditions.add(rendition);
    }

    /** Set once it is stored. */
    public @Nullable Long id() {
        return id;
    }

    public MediaKind kind() {
        return kind;
    }

    public String originalName() {
        return originalName;
    }

    public Blob master() {
        return master;
    }

    public Optional<Duration> duration() {
        return Optional.ofNullable(durationMillis).map(Duration::ofMillis);
    }

    public Optional<Integer> width() {
        return Optional.ofNullable(width);
    }

    public Optional<Integer> height() {
        return Optional.ofNullable(height);
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Smallest first. */
    public List<Rendition> renditions() {
        return Collections.unmodifiableList(renditions);
    }
}
