package vn.loa.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.common.InvalidInput;
import vn.loa.common.Texts;
import vn.loa.editorial.TransitionRefused;
import vn.loa.editorial.TransitionRefused.Reason;
import vn.loa.media.AssetState;
import vn.loa.media.MediaAsset;
import vn.loa.media.Rendition;
import vn.loa.subtitles.SubtitleTrack;

/** A language version or companion of a product, with a review of its own. */
@Entity
public class Track {
    /** In characters: more than that is read out to nobody's use. */
    static final int LONGEST_ALT = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "product")
    private Product product;

    private int position;
    private TrackKind kind;
    private String language;
    private TrackRole role;
    private @Nullable String label;
    private TrackState state;
    private @Nullable String reviewer;

    @Column(name = "reviewed_at")
    private @Nullable Instant reviewedAt;

    @Column(name = "review_note")
    private @Nullable String reviewNote;

    @Column(name = "poster_percent")
    private @Nullable Integer posterPercent;

    private Texts alt = Texts.none();

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "asset")
    private @Nullable MediaAsset asset;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "subtitle_track")
    private @Nullable SubtitleTrack cues;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "replaces")
    private @Nullable Track replaces;

    protected Track() {}

    Track(
            Product product,
            int position,
            TrackKind kind,
            String language,
            TrackRole role,
            @Nullable String label,
            MediaAsset asset,
            @Nullable SubtitleTrack cues) {
        this.product = product;
        this.position = position;
        this.kind = kind;
        this.language = language;
        this.role = role;
        this.label = label;
        this.asset = asset;
        this.cues = cues;
        this.state = asset.state() == AssetState.READY ? TrackState.READY : TrackState.PROCESSING;
    }

    /** What it is made of can be played. */
    void processed() {
        if (state == TrackState.PROCESSING) {
            state = TrackState.READY;
        }
    }

    /** What it is made of is on its way again, although nothing came of it before. */
    void triedAgain() {
        if (state == TrackState.REJECTED) {
            state = TrackState.PROCESSING;
        }
    }

    /** Nothing will come of what it is made of. */
    void failed() {
        if (state == TrackState.PROCESSING) {
            state = TrackState.REJECTED;
        }
    }

    /**
     * Opens it to the public of its product.
     *
     * @throws TransitionRefused when it is still processed or was rejected
     */
    public void approve(Actor by, Instant now) {
        review(TrackState.APPROVED, by, null, now);
    }

    /**
     * Sends it back to the editor; it is no longer public.
     *
     * @param note what must change
     * @throws TransitionRefused when it is still processed, or the note is blank
     */
    public void reject(Actor by, String note, Instant now) {
        if (note.isBlank()) {
            throw new TransitionRefused(Reason.NO_REASON_GIVEN, "Say what must change in the track");
        }
        review(TrackState.REJECTED, by, note, now);
    }

    /**
     * Its words are others from now on, and wait for a review.
     *
     * @throws TransitionRefused when it is approved: then the change waits beside it
     */
    void reworded(MediaAsset file, SubtitleTrack words) {
        if (isApproved()) {
            throw new TransitionRefused(Reason.WRONG_STATE, "The words of an approved track are not changed");
        }
        asset = file;
        cues = words;
        state = TrackState.READY;
        reviewer = null;
        reviewedAt = null;
        reviewNote = null;
    }

    /**
     * It was taken for something else: from now on it is this, and waits for a review. Whose place it shall take, and who shall take its own, stays so
     * only among the same.
     *
     * @throws TransitionRefused when it is approved, or is a change of approved words
     * @throws InvalidInput when files of this kind are of another kind than its own
     */
    void correct(TrackKind other, String otherLanguage, TrackRole otherRole) {
        if (isApproved() || replaces != null && kind.isWritten()) {
            throw new TransitionRefused(
                    Reason.WRONG_STATE, "What has been approved, or changes that, stays what it is to its work");
        }
        if (other.media() != kind.media()) {
            throw InvalidInput.of("kind", "is of other files than this one: " + other.code());
        }
        kind = other;
        language = otherLanguage;
        role = otherRole;
        if (cues != null) {
            cues.correct(otherLanguage);
        }
        if (state == TrackState.REJECTED && asset != null && asset.state() == AssetState.READY) {
            state = TrackState.READY;
        }
        reviewer = null;
        reviewedAt = null;
        reviewNote = null;
        if (replaces != null && !isLike(replaces)) {
            replaces = null;
        }
        product.tracks().stream()
                .filter(track -> equals(track.replaces) && !isLike(track))
                .forEach(track -> track.replaces = null);
    }

    private boolean isLike(Track other) {
        return other.kind == kind && other.role == role && other.language.equals(language);
    }

    /**
     * Takes over the words of a change that its reviewer approves. The caller gives it the files.
     *
     * @throws TransitionRefused when the change is not ready
     */
    void takeOver(Track change, Actor by, Instant now) {
        if (change.state != TrackState.READY) {
            throw new TransitionRefused(
                    Reason.TRACK_NOT_READY, "A change that is %s cannot be approved".formatted(change.state.code()));
        }
        cues = change.cues;
        state = TrackState.APPROVED;
        reviewer = by.name();
        reviewedAt = now;
        reviewNote = null;
    }

    /**
     * What was said of it is taken back: it waits for a review again.
     *
     * @throws TransitionRefused unless it was approved or sent back
     */
    void takeBackReview() {
        if (state != TrackState.APPROVED && state != TrackState.REJECTED) {
            throw new TransitionRefused(
                    Reason.WRONG_STATE, "Nothing has been said of the track that could be taken back");
        }
        state = TrackState.READY;
        reviewer = null;
        reviewedAt = null;
        reviewNote = null;
    }

    private void review(TrackState verdict, Actor by, @Nullable String note, Instant now) {
        if (state == TrackState.PROCESSING || (verdict == TrackState.APPROVED && state == TrackState.REJECTED)) {
            throw new TransitionRefused(
                    Reason.TRACK_NOT_READY, "A track that is %s cannot be %s".formatted(state.code(), verdict.code()));
        }
        state = verdict;
        reviewer = by.name();
        reviewedAt = now;
        reviewNote = note;
    }

    /**
     * Lets one of the pictures that were taken of this film stand for it.
     *
     * @param percent of the film's length at which it was taken
     * @throws TransitionRefused when none has been taken
     * @throws InvalidInput when none was taken there
     */
    void showAt(int percent) {
        var candidates = Pictures.candidates(this);
        if (candidates.isEmpty()) {
            throw new TransitionRefused(
                    Reason.TRACK_NOT_READY, "No pictures have been taken of this track that one could be chosen from");
        }
        if (!candidates.contains(percent)) {
            throw InvalidInput.of("percent", "must be one at which a picture was taken: " + candidates);
        }
        posterPercent = percent;
    }

    /**
     * Says what the picture shows that stands for the work: this one, or the one that was taken of this film.
     *
     * @throws InvalidInput when it is no such picture, or a text is too long
     */
    void describe(Texts texts) {
        if (kind != TrackKind.VIDEO && kind != TrackKind.IMAGE) {
            throw InvalidInput.of("alt", "is only said of pictures and films");
        }
        texts.asMap().forEach((code, text) -> {
            if (text.length() > LONGEST_ALT) {
                throw InvalidInput.of("alt." + code, "must have at most " + LONGEST_ALT + " characters");
            }
        });
        alt = texts;
    }

    /** Of films, the one to see in this language first: one that speaks it, one in its own language, the newest, as dubs are made for that. */
    static Comparator<Track> filmFor(String language) {
        return Comparator.comparing((Track film) -> !film.language.equals(language))
                .thenComparing(film -> film.role != TrackRole.ORIGINAL)
                .thenComparing(Comparator.comparingInt(Track::position).reversed());
    }

    /** Counts its changes, as far as they are stored. */
    public long version() {
        return version;
    }

    /** Set once it is stored. */
    public @Nullable Long id() {
        return id;
    }

    public long requireId() {
        return Objects.requireNonNull(id, "the track is not stored yet");
    }

    public Product product() {
        return product;
    }

    /** Its place among the tracks of its product. */
    public int position() {
        return position;
    }

    public TrackKind kind() {
        return kind;
    }

    /** The code of its language. */
    public String language() {
        return language;
    }

    public TrackRole role() {
        return role;
    }

    public Optional<String> label() {
        return Optional.ofNullable(label);
    }

    public TrackState state() {
        return state;
    }

    public boolean isApproved() {
        return state == TrackState.APPROVED;
    }

    /** Whether it is a film that dubs are made for. */
    boolean isFilm() {
        return kind == TrackKind.VIDEO && role == TrackRole.ORIGINAL && state != TrackState.REJECTED;
    }

    /** Whether it is the sound of a work that is only heard, in its own language. */
    boolean isOriginalSound() {
        return kind == TrackKind.AUDIO && role == TrackRole.ORIGINAL && state != TrackState.REJECTED;
    }

    /** Whether it is a sound that replaces the original one. */
    boolean isDub() {
        return kind == TrackKind.AUDIO && role == TrackRole.DUB;
    }

    /** Whether it only shows where a translation goes: sample content has no translators. */
    public boolean standsIn() {
        return product.isSample() && role.isTranslated();
    }

    /** Whether everybody may have it. */
    boolean isPublic() {
        return isApproved() && product.publication().isOnline();
    }

    public Optional<String> reviewer() {
        return Optional.ofNullable(reviewer);
    }

    public Optional<Instant> reviewedAt() {
        return Optional.ofNullable(reviewedAt);
    }

    /** Why it was sent back. */
    public Optional<String> reviewNote() {
        return Optional.ofNullable(reviewNote);
    }

    /** What an editor has chosen among the pictures of this film, as {@link #showAt}. */
    Optional<Integer> posterPercent() {
        return Optional.ofNullable(posterPercent);
    }

    /** As {@link #describe}; empty when nobody has said anything. */
    Texts alt() {
        return alt;
    }

    /**
     * It shall take the place of another one once it is approved. Until then the other stays what it is.
     *
     * @throws InvalidInput unless both are the same to the same work
     */
    void replace(Track other) {
        if (other == this || !other.product.equals(product) || !isLike(other)) {
            throw InvalidInput.of("replaces", "must be a track of the same kind, language and role");
        }
        replaces = other;
    }

    /** As {@link #replace}; absent when it takes nobody's place, or that is gone. */
    public Optional<Track> replaces() {
        return Optional.ofNullable(replaces);
    }

    /** All whose places it takes: whom it replaces, whom that was to replace, and so on. */
    List<Track> places() {
        var places = new ArrayList<Track>();
        for (var other = replaces; other != null; other = other.replaces) {
            places.add(other);
        }
        return places;
    }

    /** The one that is known to the public, or will be: the first of those whose places it takes; itself when it takes none. */
    Track origin() {
        var places = places();
        return places.isEmpty() ? this : places.get(places.size() - 1);
    }

    /** What waits to take its place, or was sent back. */
    Stream<Track> changes() {
        return product.tracks().stream().filter(other -> other.places().contains(this));
    }

    /** Whose place it shall take is gone. @param successor whose place it takes instead; null when nobody's */
    void leave(Track gone, @Nullable Track successor) {
        if (replaces != null && replaces.equals(gone)) {
            replaces = successor == this ? null : successor;
        }
    }

    /** Absent only while it is processed or after it was rejected. */
    public Optional<MediaAsset> asset() {
        return Optional.ofNullable(asset);
    }

    /**
     * What is made of it and belongs to the public with it, smallest first. A dub shows the pictures of the film that it was fitted to only while that is
     * approved, too.
     */
    Stream<Rendition> files() {
        return asset().stream()
                .flatMap(made -> made.renditions().stream()
                        .filter(file -> !made.isOfFilm(file)
                                || film(MediaAsset::shownFilm)
                                        .filter(Track::isApproved)
                                        .isPresent()));
    }

    /** The film of the same product whose sound this one replaces. */
    Optional<Track> film() {
        return film(MediaAsset::film);
    }

    private Optional<Track> film(Function<MediaAsset, Optional<Long>> which) {
        return asset().flatMap(which)
                .flatMap(film -> product.tracks().stream()
                        .filter(track -> track.kind == TrackKind.VIDEO)
                        .filter(track -> track.asset()
                                .filter(other -> film.equals(other.id()))
                                .isPresent())
                        .findFirst());
    }

    /** Of subtitles and transcripts. */
    public Optional<SubtitleTrack> cues() {
        return Optional.ofNullable(cues);
    }
}
