package vn.loa.media;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One master with everything made from it. */
@Entity
@Table(name = "media_asset")
public class MediaAsset {
    /** The way in which documents are read. To be raised when they are read in another: all are read anew then. */
    static final int READING = 2;

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
    private @Nullable Blob master;

    private AssetState state;

    /** Of a rejection. */
    private @Nullable String reason;

    private @Nullable String detail;

    @Column(name = "duration_millis")
    private @Nullable Long durationMillis;

    private @Nullable Integer width;
    private @Nullable Integer height;

    /** Of a document. */
    private @Nullable Integer pages;

    /** The way in which a document was read; 0 as long as it was in none. */
    @Column(name = "read_form")
    private int readForm;

    /** Of a document that was read. */
    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "document_excerpt", joinColumns = @JoinColumn(name = "asset"))
    @OrderColumn(name = "position")
    private List<Excerpt> excerpts = new ArrayList<>();

    @Column(name = "created_at")
    private Instant createdAt;

    /** By its id: only what fits a dub to its film needs more of it. */
    private @Nullable Long film;

    /** By its id: the film that it was fitted to. */
    @Column(name = "shown_film")
    private @Nullable Long shownFilm;

    @Column(name = "film_offset_millis")
    private @Nullable Long filmOffsetMillis;

    @OneToMany(mappedBy = "asset", cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.LAZY)
    @OrderBy("bytes")
    private List<Rendition> renditions = new ArrayList<>();

    protected MediaAsset() {}

    /** One with finished renditions. @param originalName as the editor's file was called; shown, never used as a path */
    public MediaAsset(MediaKind kind, String originalName, Blob master, Instant createdAt) {
        this(kind, originalName, AssetState.READY, createdAt);
        this.master = master;
    }

    private MediaAsset(MediaKind kind, String originalName, AssetState state, Instant createdAt) {
        this.kind = kind;
        this.originalName = originalName;
        this.state = state;
        this.createdAt = createdAt;
    }

    /** One whose upload waits to be taken in. @param kind what its owner wants it to be */
    public static MediaAsset received(MediaKind kind, String originalName, Instant createdAt) {
        return new MediaAsset(kind, originalName, AssetState.RECEIVED, createdAt);
    }

    /** Its master is kept. */
    public void takenIn(Blob keptMaster) {
        require(AssetState.RECEIVED);
        master = keptMaster;
        state = AssetState.PROCESSING;
    }

    /** It can be played. */
    public void ready() {
        require(AssetState.PROCESSING);
        state = AssetState.READY;
    }

    /**
     * Nothing will come of it.
     *
     * @param why a code that editors are told in words of their language
     * @param more for the log and for who asks further
     */
    public void reject(String why, String more) {
        if (state == AssetState.READY) {
            throw new IllegalStateException("An asset that can be played is not rejected any more");
        }
        state = AssetState.REJECTED;
        reason = why;
        detail = more;
    }

    /**
     * It is tried again, although nothing came of it before: from where it had come to. Nothing happens unless it was rejected.
     *
     * @return whether it is on its way again
     */
    public boolean tryAgain() {
        if (state != AssetState.REJECTED) {
            return false;
        }
        state = master == null ? AssetState.RECEIVED : AssetState.PROCESSING;
        reason = null;
        detail = null;
        return true;
    }

    private void require(AssetState before) {
        if (state != before) {
            throw new IllegalStateException("The asset is %s, not %s".formatted(state.code(), before.code()));
        }
    }

    /** Records what was measured on the decoded content; null where it does not apply. */
    public void measured(@Nullable Duration duration, @Nullable Integer width, @Nullable Integer height) {
        this.durationMillis = duration == null ? null : duration.toMillis();
        this.width = width;
        this.height = height;
    }

    /** Records what a document says that was read. @param counted how many pages it has; empty when it does not tell */
    public void read(Optional<Integer> counted, List<Excerpt> said) {
        readForm = READING;
        pages = counted.orElse(null);
        excerpts.clear();
        excerpts.addAll(said);
    }

    /** Records that a document that is there already cannot be read in the way of today: what is known of it stays. */
    public void unreadable() {
        readForm = READING;
    }

    /** A film is no more: its pictures are given up, and this sound does not replace its sound any longer. @param lost its id */
    public void loses(long lost) {
        if (Objects.equals(shownFilm, lost)) {
            renditions.removeIf(this::isOfFilm);
            shownFilm = null;
            filmOffsetMillis = null;
        }
        if (Objects.equals(film, lost)) {
            film = null;
        }
    }

    /** This sound replaces that of a film from now on; it shows what it was fitted to before until it is fitted to this one. @param newFilm its id */
    public void dubs(long newFilm) {
        film = newFilm;
    }

    /**
     * It is fitted to its film, which it shows from now on.
     *
     * @param offset by how much it comes later than the sound that it replaces; null when that cannot be told
     */
    public void fitted(@Nullable Duration offset) {
        shownFilm = film;
        filmOffsetMillis = offset == null ? null : offset.toMillis();
    }

    /** Whether a rendition of this sound shows the film that it was fitted to. */
    public boolean isOfFilm(Rendition rendition) {
        return shownFilm != null && rendition.contentType().startsWith("video/");
    }

    /** Gives up some of what was made from it. */
    public void forget(Predicate<Rendition> these) {
        renditions.removeIf(these);
    }

    /** Adds a rendition; one of the same profile and type takes its content, so that making them again is harmless. */
    public Rendition put(Rendition rendition) {
        var before = renditions.stream().filter(rendition::isSameAs).findFirst();
        before.ifPresent(known -> known.takeContentOf(rendition));
        return before.orElseGet(() -> {
            rendition.belongsTo(this);
            renditions.add(rendition);
            return rendition;
        });
    }

    /** Takes over the files that were made for another one, which is about to be given up, and how long they are. */
    public void takeFilesOf(MediaAsset other) {
        other.renditions.forEach(file -> put(file.copy()));
        durationMillis = other.durationMillis;
    }

    /** Set once it is stored. */
    public @Nullable Long id() {
        return id;
    }

    public long requireId() {
        return Objects.requireNonNull(id, "the asset is not stored yet");
    }

    public MediaKind kind() {
        return kind;
    }

    public String originalName() {
        return originalName;
    }

    /** Absent until it is taken in, and of one that was refused before that. */
    public Optional<Blob> master() {
        return Optional.ofNullable(master);
    }

    public AssetState state() {
        return state;
    }

    /** Why nothing comes of it, as a code. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public Optional<String> detail() {
        return Optional.ofNullable(detail);
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

    /** Of a document that was read and told. */
    public Optional<Integer> pages() {
        return Optional.ofNullable(pages);
    }

    /** What it says, in the order of reading; nothing unless it is a document that was read. */
    public List<Excerpt> excerpts() {
        return Collections.unmodifiableList(excerpts);
    }

    /** The id of the film whose sound this one replaces. */
    public Optional<Long> film() {
        return Optional.ofNullable(film);
    }

    /** The id of the film that it was fitted to and whose pictures it has: not yet that whose sound it replaces when that has changed. */
    public Optional<Long> shownFilm() {
        return Optional.ofNullable(shownFilm);
    }

    /** Whether it has been fitted to the film whose sound it replaces, so that what can be told of the two is known. */
    public boolean isFitted() {
        return film != null && Objects.equals(film, shownFilm);
    }

    /** By how much it comes later than the sound that it replaces; absent when that cannot be told, or not yet. */
    public Optional<Duration> filmOffset() {
        return Optional.ofNullable(filmOffsetMillis).filter(known -> isFitted()).map(Duration::ofMillis);
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Smallest first. */
    public List<Rendition> renditions() {
        return Collections.unmodifiableList(renditions);
    }
}
