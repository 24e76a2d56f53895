package vn.loa.catalog;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.QueryHint;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Fetch;
import vn.loa.common.Slug;
import vn.loa.editorial.Publication;
import vn.loa.editorial.PublicationState;
import vn.loa.editorial.SubjectKind;
import vn.loa.editorial.TransitionRefused;
import vn.loa.editorial.TransitionRefused.Reason;
import vn.loa.editorial.Work;
import vn.loa.media.MediaAsset;
import vn.loa.subtitles.SubtitleTrack;

/** One work with one address: its revisions, its tracks in many languages, and its publication. */
@Entity
@NamedQuery(
        name = Product.NEWEST_OF_GENRES,
        query =
                "select p.id from Product p join p.published r where p.publication.online = true"
                        + " and r.genre.code in :genres order by p.urgency.level desc, p.publication.publishedAt desc, p.id desc",
        hints = @QueryHint(name = Fetch.PREPARED_FOR_AT_MOST, value = "1"))
public class Product implements Work {
    static final String NEWEST_OF_GENRES = "Product.newestOfGenres";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private String slug;
    private boolean sample;

    @Embedded
    private Publication publication;

    @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "current_revision")
    private @Nullable ProductRevision current;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "published_revision")
    private @Nullable ProductRevision published;

    @Embedded
    private Urgency urgency = new Urgency();

    @OneToMany(mappedBy = "product", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
    @OrderBy("position")
    private List<Track> tracks = new ArrayList<>();

    protected Product() {}

    /** A new draft without content; see {@link ProductEditing#create}. @param sample whether it is marked as sample content */
    Product(Slug slug, boolean sample, Instant now) {
        this.slug = slug.value();
        this.sample = sample;
        this.publication = Publication.draft(now);
    }

    /** Gives a product that is already stored its first revision. */
    ProductRevision begin() {
        var first = new ProductRevision(this, 1);
        current = first;
        return first;
    }

    /**
     * The revision that may be rewritten now.
     *
     * @throws TransitionRefused unless the product is a draft: what reviewers and the public see does not change under them
     */
    ProductRevision draft() {
        if (publication.state() != PublicationState.DRAFT) {
            throw new TransitionRefused(
                    Reason.WRONG_STATE,
                    "Only a draft is rewritten, and this product is "
                            + publication.state().code());
        }
        return current();
    }

    /** The newest revision: a draft, or what is reviewed, scheduled or published. */
    public ProductRevision current() {
        return Objects.requireNonNull(current, "a stored product has a revision");
    }

    /** The revision that the public sees, also of a work that has been withdrawn. */
    public Optional<ProductRevision> published() {
        return Optional.ofNullable(published);
    }

    /** Adds a track, ready for review when its asset is. */
    Track addTrack(
            TrackKind kind,
            String language,
            TrackRole role,
            @Nullable String label,
            MediaAsset asset,
            @Nullable SubtitleTrack cues) {
        var last = tracks.stream().mapToInt(Track::position).max().orElse(0);
        var track = new Track(this, last + 1, kind, language, role, label, asset, cues);
        tracks.add(track);
        return track;
    }

    /**
     * Takes a track away again: who was to replace it replaces whom it was to replace.
     *
     * @throws TransitionRefused when it is approved: then it is sent back first
     */
    void removeTrack(Track track) {
        if (track.isApproved()) {
            throw new TransitionRefused(
                    Reason.WRONG_STATE, "An approved track is not removed; a reviewer sends it back first");
        }
        forget(track, track.replaces().orElse(null));
    }

    /** Takes a track away in whose place another one of these is public from now on: who was to replace it replaces that. */
    void replaceTrack(Track track, Track successor) {
        forget(track, successor);
    }

    private void forget(Track track, @Nullable Track successor) {
        tracks.remove(track);
        tracks.forEach(other -> other.leave(track, successor));
    }

    public void submit(Instant now) {
        publication.submit(now);
    }

    /** Its editors go on with it, as they had handed it in. */
    void takeBack(Instant now) {
        publication.takeBack(now);
        if (current == published) {
            current = current().next();
        }
    }

    public void approve(Instant now) {
        publication.approve(now);
    }

    /** Opens it for rewriting; what was published before stays as it was. */
    public void returnToDraft(String note, Instant now) {
        publication.returnToDraft(note, now);
        if (current == published) {
            current = current().next();
        }
    }

    /** It is not published by itself after all. */
    void unschedule(Instant now) {
        publication.unschedule(now);
    }

    public void schedule(Instant at, Instant now) {
        requirePublishable();
        publication.schedule(at, now);
    }

    /**
     * Shows the current revision to the public.
     *
     * @param at when it counts as published
     * @throws TransitionRefused when it is not approved, has nothing to show, or lacks a consent
     */
    public void publish(Instant at, Instant now) {
        requirePublishable();
        publication.publish(at, now);
        published = current();
    }

    /** Opens the next revision as a copy of the published one, which stays public. */
    public void revise(Instant now) {
        publication.revise(now);
        current = current().next();
    }

    public void withdraw(String reason, Instant now) {
        publication.withdraw(reason, now);
        urgency.calm();
    }

    /** Whether what was withdrawn is what the public saw: otherwise nobody has approved it. */
    boolean isAsPublished() {
        return published().filter(shown -> shown == current()).isPresent();
    }

    /** Shows the public again what was taken from it, as it was. */
    public void putBack(Instant now) {
        if (!isAsPublished()) {
            throw new TransitionRefused(Reason.WRONG_STATE, "It has been rewritten since the public saw it");
        }
        requirePublishable();
        publication.putBack(now);
    }

    public void archive(Instant now) {
        publication.archive(now);
        urgency.calm();
    }

    /**
     * Whether somebody may say that it presses so much, from now on, or from the moment it is public. Saying so is no change of the product, of which
     * somebody may be writing: see {@link UrgentProducts#press}.
     *
     * @param until when it presses no more
     * @throws TransitionRefused when it is withdrawn or put away, or when that is not ahead, or too far
     */
    void requirePressable(Priority level, Instant until, Instant now) {
        if (publication.state() == PublicationState.WITHDRAWN || publication.state() == PublicationState.ARCHIVED) {
            throw new TransitionRefused(Reason.WRONG_STATE, "What the public no longer sees does not press");
        }
        level.requireUntil(until, now);
    }

    /** How much it presses at this moment. */
    public Priority priority(Instant now) {
        return urgency.at(now);
    }

    /** Until when it presses, or has; empty when it is normal. */
    public Optional<Instant> urgentUntil() {
        return urgency.until();
    }

    /**
     * A person shown agrees no longer. That stands in the published revision and in the one that shall follow it, even if editors have taken the
     * person from the latter: the tracks are the same.
     */
    void withdrawConsent(String person, LocalDate day) {
        published().ifPresent(shown -> shown.record(shown.consentRecord().withdrawn(person, day)));
        var withdrawn =
                published().map(shown -> shown.consentRecord().withdrawals()).orElse(List.of());
        current().record(current().consentRecord().withdrawn(person, day).keeping(withdrawn));
    }

    /** What the people shown in what is public, and in what shall follow it, have said. */
    ConsentRecord consentRecord() {
        return new ConsentRecord(Stream.concat(published().stream(), Stream.of(current()))
                .distinct()
                .flatMap(revision -> revision.consents().stream())
                .toList());
    }

    /** Whether the public finds a page without anything to read, hear or see. */
    boolean isEmptyToThePublic() {
        return publication.isOnline() && published().filter(this::isEmpty).isPresent();
    }

    /** Whether the newest revision would show the public nothing. */
    boolean isEmpty() {
        return isEmpty(current());
    }

    private boolean isEmpty(ProductRevision revision) {
        return revision.body().isEmpty() && tracks.stream().noneMatch(Track::isApproved);
    }

    private void requirePublishable() {
        if (isEmpty()) {
            throw new TransitionRefused(
                    Reason.NOTHING_TO_SHOW, "Nothing to show yet: it needs an approved track or a text");
        }
        current().consentRecord().missing().ifPresent(consent -> {
            throw new TransitionRefused(
                    Reason.CONSENT_MISSING, consent.person() + " has not consented, or has withdrawn the consent");
        });
    }

    /** Set once it is stored. */
    public @Nullable Long id() {
        return id;
    }

    @Override
    public long requireId() {
        return Objects.requireNonNull(id, "the product is not stored yet");
    }

    public long version() {
        return version;
    }

    @Override
    public SubjectKind kind() {
        return SubjectKind.PRODUCT;
    }

    @Override
    public String slug() {
        return slug;
    }

    /** Whether it is marked as sample content. */
    public boolean isSample() {
        return sample;
    }

    public Publication publication() {
        return publication;
    }

    /** In order of position. */
    public List<Track> tracks() {
        return Collections.unmodifiableList(tracks);
    }
}
