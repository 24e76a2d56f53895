package vn.loa.catalog;

import jakarta.json.bind.annotation.JsonbTransient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;

/**
 * A product as those who work on it see it: its newest revision, public or not, and where it stands; null where nothing is known.
 * The fields from {@code genre} to {@code consents} are those that are written; chapters have an address of their own.
 *
 * @param version grows with every change of content or state, not with those of tracks
 * @param state of the newest revision: draft, in-review, approved, scheduled, published, withdrawn, archived
 * @param online whether the public sees a revision, this or an older one
 * @param withdrawalReason what the public page of a withdrawn work says
 * @param priority how much it presses, once it is public: normal, important, urgent
 * @param priorityUntil until when it does
 * @param warnings what is worth putting right before it is published, or after; absent when nothing is
 */
public record WorkingProduct(
        String slug,
        @JsonbTransient long version,
        String state,
        boolean online,
        boolean sample,
        @Nullable Instant scheduledFor,
        @Nullable Instant publishedAt,
        Instant changedAt,
        @Nullable String withdrawalReason,
        String priority,
        @Nullable Instant priorityUntil,
        String genre,
        Texts title,
        Texts summary,
        Texts body,
        List<String> topics,
        List<String> audiences,
        List<String> localities,
        @Nullable String agency,
        int year,
        boolean replay,
        @Nullable String deliverable,
        List<ProductDocument.Maker> credits,
        List<Shown> consents,
        List<ProductDocument.Part> chapters,
        List<TrackStatus> tracks,
        @Nullable List<Warning> warnings) {

    public record Shown(
            String person,
            String scope,
            @Nullable LocalDate givenOn,
            @Nullable String document,
            @Nullable LocalDate withdrawnOn) {}

    static WorkingProduct of(Product product, List<Warning> warnings, Instant now) {
        var priority = product.priority(now);
        var revision = product.current();
        var publication = product.publication();
        var about = ProductDescription.of(revision, null);
        return new WorkingProduct(
                product.slug(),
                product.version(),
                publication.state().code(),
                publication.isOnline(),
                product.isSample(),
                publication.scheduledFor().orElse(null),
                publication.publishedAt().orElse(null),
                publication.changedAt(),
                publication.withdrawalReason().orElse(null),
                priority.code(),
                priority == Priority.NORMAL ? null : product.urgentUntil().orElse(null),
                revision.genre().code(),
                revision.title(),
                revision.summary(),
                revision.body(),
                about.topics(),
                about.audiences(),
                about.localities(),
                about.agency(),
                about.year(),
                about.replay(),
                about.deliverable(),
                revision.credits().stream().map(ProductDocument.Maker::of).toList(),
                revision.consents().stream().map(WorkingProduct::shown).toList(),
                ProductDocument.Part.of(revision),
                product.tracks().stream().map(TrackStatus::of).toList(),
                warnings.isEmpty() ? null : warnings);
    }

    WorkingProduct withoutConsents() {
        return new WorkingProduct(
                slug,
                version,
                state,
                online,
                sample,
                scheduledFor,
                publishedAt,
                changedAt,
                withdrawalReason,
                priority,
                priorityUntil,
                genre,
                title,
                summary,
                body,
                topics,
                audiences,
                localities,
                agency,
                year,
                replay,
                deliverable,
                credits,
                List.of(),
                chapters,
                tracks,
                warnings);
    }

    private static Shown shown(Consent consent) {
        return new Shown(
                consent.person(),
                consent.scope(),
                consent.givenOn().orElse(null),
                consent.document().orElse(null),
                consent.withdrawnOn().orElse(null));
    }
}
