package vn.loa.programmes.packages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.media.KeptBlob;
import vn.loa.programmes.PublishedDays;

/** What a station plays in some days, as one file that is made, kept for a while, and cleared away. */
@Entity
@Table(name = "station_package")
public class StationPackage {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private long station;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    private @Nullable Long since;
    private String fingerprint;

    @Column(name = "signing_key")
    private String signingKey;

    private String editions;
    private @Nullable String played;

    @Enumerated(EnumType.STRING)
    private PackageState state;

    @Enumerated(EnumType.STRING)
    private @Nullable PackageProblem problem;

    private int attempt;
    private int percent;
    private String name;
    private String files;

    @Column(name = "left_out")
    private int leftOut;

    private @Nullable String sha256;
    private @Nullable Long bytes;

    @Column(name = "made_by")
    private String madeBy;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    protected StationPackage() {}

    /** @param station its id @param editions which everybody sees, of the programme */
    StationPackage(long station, PackageContent content, String editions, String madeBy, Instant now) {
        var earlier = content.since();
        this.station = station;
        this.firstDay = content.from();
        this.lastDay = content.to();
        this.since = earlier == null ? null : earlier.id();
        this.fingerprint = content.fingerprint();
        this.signingKey = content.key();
        this.editions = editions;
        this.played = PublishedDays.played(content.span());
        this.state = PackageState.WAITING;
        this.name = content.name();
        this.files = PackedSound.write(content.places());
        this.leftOut = content.left().size();
        this.madeBy = madeBy;
        this.madeAt = now;
    }

    /** Another worker takes it: the turn of whoever had it is over. @return the number of the turn */
    int take() {
        percent = 0;
        return ++attempt;
    }

    /** Whether a worker still has it that took it at this turn. */
    boolean isAt(int turn) {
        return state == PackageState.WAITING && attempt == turn;
    }

    void progress(int so) {
        percent = so;
    }

    void ready(KeptBlob kept, Instant now) {
        state = PackageState.READY;
        sha256 = kept.sha256();
        bytes = kept.size();
        endedAt = now;
    }

    void refuse(PackageProblem why, Instant now) {
        state = PackageState.REFUSED;
        problem = why;
        endedAt = now;
    }

    /** Its file is not kept any longer. */
    void expire() {
        state = PackageState.EXPIRED;
    }

    public long requireId() {
        return Objects.requireNonNull(id, "the package is not stored yet");
    }

    long station() {
        return station;
    }

    LocalDate from() {
        return firstDay;
    }

    LocalDate to() {
        return lastDay;
    }

    Optional<Long> since() {
        return Optional.ofNullable(since);
    }

    String fingerprint() {
        return fingerprint;
    }

    String key() {
        return signingKey;
    }

    String editions() {
        return editions;
    }

    /** Digest of what is heard when; empty of those that were made before it was kept. */
    Optional<String> played() {
        return Optional.ofNullable(played);
    }

    PackageState state() {
        return state;
    }

    Optional<PackageProblem> problem() {
        return Optional.ofNullable(problem);
    }

    int percent() {
        return percent;
    }

    String name() {
        return name;
    }

    /** Where whoever has it finds each sound. */
    List<PackedSound> sounds() {
        return PackedSound.parse(files);
    }

    /** How much is planned and not in it, since no slot has room for it. */
    int leftOut() {
        return leftOut;
    }

    /** Ids of the works in it. */
    Collection<Long> products() {
        return sounds().stream().map(PackedSound::product).distinct().toList();
    }

    /** Of the file; empty while there has been none. */
    Optional<String> sha256() {
        return Optional.ofNullable(sha256);
    }

    /** 0 while there has been none. */
    long bytes() {
        return Objects.requireNonNullElse(bytes, 0L);
    }

    String madeBy() {
        return madeBy;
    }

    Instant madeAt() {
        return madeAt;
    }

    Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** What its file is held for among the blobs. */
    String holder() {
        return "package " + requireId();
    }
}
