package vn.loa.plans;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Slug;
import vn.loa.editorial.Publication;
import vn.loa.editorial.PublicationState;
import vn.loa.editorial.SubjectKind;
import vn.loa.editorial.TransitionRefused;
import vn.loa.editorial.TransitionRefused.Reason;
import vn.loa.editorial.Work;

/** An official plan with one address: its revisions and its publication. */
@Entity
public class Plan implements Work {
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
    private @Nullable PlanRevision current;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "published_revision")
    private @Nullable PlanRevision published;

    protected Plan() {}

    /** A new draft without content; see {@link PlanEditing#create}. @param sample whether it is marked as sample content */
    Plan(Slug slug, boolean sample, Instant now) {
        this.slug = slug.value();
        this.sample = sample;
        this.publication = Publication.draft(now);
    }

    /** A revision to be filled and then handed to {@link #workOn}. */
    PlanRevision nextRevision() {
        if (current == null) {
            return new PlanRevision(this, 1);
        }
        var next = new PlanRevision(this, current.number() + 1);
        // As everything else that it has; whoever approves it approves that, too.
        next.offer(current.offered().orElse(null));
        return next;
    }

    /** Makes a filled revision the one that editors work on. */
    void workOn(PlanRevision revision) {
        current = revision;
    }

    /** The revision that editors work on. */
    public PlanRevision current() {
        return Objects.requireNonNull(current, "a stored plan has a revision");
    }

    /** The revision that the public sees, also of a plan that has been withdrawn. */
    public Optional<PlanRevision> published() {
        return Optional.ofNullable(published);
    }

    /** The plans that the newest revision names; none while there is no revision yet. */
    Set<Plan> named() {
        return current == null
                ? Set.of()
                : Stream.concat(
                                current.parent().stream(),
                                current.legalBases().stream().flatMap(basis -> basis.plan().stream()))
                        .collect(Collectors.toSet());
    }

    /** Whether what editors would write in is what the public saw, or sees. */
    boolean isWorkingOnPublished() {
        return current != null && current == published;
    }

    /** The revision that editors may write in. @throws TransitionRefused unless it is a draft */
    PlanRevision draft() {
        if (publication.state() != PublicationState.DRAFT) {
            throw new TransitionRefused(
                    Reason.WRONG_STATE,
                    "Only drafts are edited; this is " + publication.state().code());
        }
        return current();
    }

    /** @throws TransitionRefused when it is no draft, or nobody has said who issued it */
    public void submit(Instant now) {
        if (publication.state() == PublicationState.DRAFT && current().issuer().isEmpty()) {
            throw new TransitionRefused(Reason.INCOMPLETE, "It must say which agency has issued it");
        }
        publication.submit(now);
    }

    void takeBack(Instant now) {
        publication.takeBack(now);
    }

    public void approve(Instant now) {
        publication.approve(now);
    }

    public void returnToDraft(String note, Instant now) {
        publication.returnToDraft(note, now);
    }

    /**
     * Shows the current revision to the public.
     *
     * @param at when it counts as published
     * @throws TransitionRefused when it is not approved, has no sections, or no agency: one that was proposed may have been refused meanwhile
     */
    public void publish(Instant at, Instant now) {
        if (current().issuer().isEmpty()) {
            throw new TransitionRefused(Reason.INCOMPLETE, "It must say which agency has issued it");
        }
        if (current().sections().isEmpty()) {
            throw new TransitionRefused(Reason.NOTHING_TO_SHOW, "Nothing to show yet: it needs sections");
        }
        publication.publish(at, now);
        published = current();
    }

    /** Opens a filled revision as the next one, while the published one stays public. */
    void revise(PlanRevision next, Instant now) {
        publication.revise(now);
        workOn(next);
    }

    public void archive(Instant now) {
        publication.archive(now);
    }

    public void withdraw(String reason, Instant now) {
        publication.withdraw(reason, now);
    }

    /** Set once it is stored. */
    public @Nullable Long id() {
        return id;
    }

    @Override
    public long requireId() {
        return Objects.requireNonNull(id, "the plan is not stored yet");
    }

    public long version() {
        return version;
    }

    @Override
    public SubjectKind kind() {
        return SubjectKind.PLAN;
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
}
