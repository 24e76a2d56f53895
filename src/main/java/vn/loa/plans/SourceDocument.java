package vn.loa.plans;

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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.media.MediaAsset;

/** The original file of a plan, with what the portal read in it. */
@Entity
@Table(name = "plan_source")
public class SourceDocument {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "plan")
    private Plan plan;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "asset")
    private MediaAsset asset;

    @Column(name = "added_at")
    private Instant addedAt;

    private String reading;

    private @Nullable String traces;

    protected SourceDocument() {}

    SourceDocument(Plan plan, MediaAsset asset, String reading, @Nullable Traces traces, Instant now) {
        this.plan = plan;
        this.asset = asset;
        this.reading = reading;
        this.addedAt = now;
        this.traces = traces == null ? null : traces.toJson();
    }

    public long id() {
        return Objects.requireNonNull(id, "the document is stored");
    }

    public Plan plan() {
        return plan;
    }

    public MediaAsset asset() {
        return asset;
    }

    public Instant addedAt() {
        return addedAt;
    }

    /** As {@link StoredReading} writes it. */
    public String reading() {
        return reading;
    }

    /** What it tells beside its text; empty while nobody has looked. */
    Optional<Traces> traces() {
        return Optional.ofNullable(Traces.parse(traces));
    }

    void seen(Traces found) {
        traces = found.toJson();
    }
}
