package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Page;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.editorial.PublicationState;

/** What the public, and programs, may read of plans. */
@ApplicationScoped
@Transactional
@Reading
public class PublicPlans {
    @Inject
    private Plans plans;

    @Inject
    private Deliverables deliverables;

    @Inject
    private Goals goals;

    @Inject
    private BroadcastCounts broadcasts;

    /** A plan as it stands in a list; the whole of it is at its own address. @param deliverables what it promises, in its order */
    public record Line(
            String slug,
            @Nullable String reference,
            @Nullable String number,
            @Nullable String symbol,
            String kind,
            PlanDocument.@Nullable Issued issued,
            PlanDocument.Named agency,
            String subject,
            Texts summary,
            String level,
            String locality,
            PlanDocument.Period period,
            @Nullable String programme,
            List<Promised> deliverables,
            String url,
            boolean sample) {
        public Line {
            deliverables = List.copyOf(deliverables);
        }
    }

    /**
     * A promise of a plan, counted in works, as everywhere; the progress of the plan says more, language by language.
     *
     * @param id its key
     * @param promised null when the plan names no number
     * @param published how many works for it the public has
     * @param overdue see {@link DeliverableProgress}
     */
    public record Promised(String id, Texts title, @Nullable Integer promised, int published, boolean overdue) {
        private static Promised of(PlanLine.Goal goal) {
            return new Promised(
                    goal.key(),
                    goal.title(),
                    goal.progress().promised(),
                    goal.progress().published(),
                    goal.progress().overdue());
        }
    }

    /** The newest document first. A constant number of statements. */
    public Page<Line> list(int page, int size) {
        var newest = plans.newest(page, size);
        var promised = goals.of(newest.items());
        return newest.map(revision -> line(revision, promised.getOrDefault(revision, List.of())));
    }

    /** For those who subscribe: the newest document first. Two statements. */
    public Page<PlanNews> news(int page, int size) {
        return plans.newest(page, size).map(revision -> {
            var publication = revision.plan().publication();
            return new PlanNews(
                    revision.plan().requireId(),
                    revision.plan().slug(),
                    revision.reference().orElse(null),
                    revision.subject(),
                    revision.summary(),
                    revision.agency().name(),
                    publication.publishedAt().orElse(Instant.EPOCH),
                    // While a revision is worked on, its changes are nobody's business.
                    publication.state() == PublicationState.PUBLISHED ? publication.changedAt() : null);
        });
    }

    /** The public plan at this address. */
    public Optional<PlanDocument> find(String slug) {
        return published(slug).map(PlanDocument::of);
    }

    /** Whether there was a public plan at this address. */
    public boolean isGone(String slug) {
        return plans.find(slug).filter(plan -> plan.publication().isWithdrawn()).isPresent();
    }

    /**
     * What has come of a promise, and where it was to be heard or seen; see {@link DeliverableProgress} for the numbers.
     *
     * @param channels those that the plan asks for, in its order
     * @param broadcasts what loudspeakers of communes have aired to the end, by their as-run logs
     */
    public record PromiseProgress(
            String deliverable,
            @Nullable Integer promised,
            int begun,
            int published,
            int samples,
            boolean overdue,
            List<DeliverableProgress.LanguageProgress> languages,
            List<ChannelProgress> channels,
            BroadcastCounts.Airings broadcasts) {
        public PromiseProgress {
            languages = List.copyOf(languages);
            channels = List.copyOf(channels);
        }

        static PromiseProgress of(
                DeliverableProgress progress, List<String> channels, BroadcastCounts.Airings broadcasts) {
            return new PromiseProgress(
                    progress.deliverable(),
                    progress.promised(),
                    progress.begun(),
                    progress.published(),
                    progress.samples(),
                    progress.overdue(),
                    progress.languages(),
                    channels.stream().map(ChannelProgress::new).toList(),
                    broadcasts);
        }
    }

    /**
     * A channel that a promise is to be broadcast or posted on. Only the loudspeakers of communes report to the portal what was, so there is no number to tell of one.
     *
     * @param channel as the plan names it
     */
    public record ChannelProgress(String channel) {}

    /** What has come of the promises of the public plan at this address, in its order. */
    public Optional<List<PromiseProgress>> progress(String slug) {
        return published(slug).map(revision -> {
            var progress = deliverables.progress(revision.deliverables());
            var aired = broadcasts.of(
                    revision.deliverables().stream().map(Deliverable::key).toList());
            return revision.deliverables().stream()
                    .map(d -> PromiseProgress.of(
                            Objects.requireNonNull(progress.get(d.key()), "progress is counted for every promise"),
                            d.channels(),
                            aired.getOrDefault(d.key(), BroadcastCounts.Airings.none())))
                    .toList();
        });
    }

    private Optional<PlanRevision> published(String slug) {
        return plans.published(slug);
    }

    private static Line line(PlanRevision revision, List<PlanLine.Goal> promised) {
        return new Line(
                revision.plan().slug(),
                revision.reference().orElse(null),
                revision.documentNumber().orElse(null),
                revision.symbol().orElse(null),
                revision.kind(),
                revision.issued()
                        .map(i ->
                                new PlanDocument.Issued(i.date(), i.precision().code()))
                        .orElse(null),
                new PlanDocument.Named(
                        revision.agency().code(), revision.agency().name().in(Texts.FALLBACK)),
                revision.subject(),
                revision.summary(),
                revision.level().code(),
                revision.locality().addressName(),
                new PlanDocument.Period(
                        revision.periodFrom().orElse(null), revision.periodTo().orElse(null)),
                revision.programme().orElse(null),
                promised.stream().map(Promised::of).toList(),
                "/ke-hoach/" + revision.plan().slug(),
                revision.plan().isSample());
    }
}
