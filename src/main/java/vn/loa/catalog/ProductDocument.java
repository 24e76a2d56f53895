package vn.loa.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.PlanReferences.PlanReference;
import vn.loa.common.Texts;
import vn.loa.media.Rendition;

/**
 * A public product in the shape of the API; null where nothing is known. Only what the public may have: no consents, no names of
 * reviewers, no tracks that wait for review.
 *
 * @param body sanitised HTML per language
 * @param agency code
 * @param priority how much it presses: normal, important, urgent
 * @param priorityUntil until when it does
 * @param plan address of the plan that it answers
 * @param deliverable key of the promise that it fulfils
 */
public record ProductDocument(
        String slug,
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
        boolean sample,
        Instant publishedAt,
        String priority,
        @Nullable Instant priorityUntil,
        @Nullable String plan,
        @Nullable String deliverable,
        List<Maker> credits,
        List<Part> chapters,
        List<Version> tracks,
        List<Stream> streams) {

    /** Who did what. */
    public record Maker(String role, String name) {
        static Maker of(Credit credit) {
            return new Maker(credit.role(), credit.name());
        }
    }

    /** A chapter. @param startSeconds in the work as it was made: in its film, or in its original sound */
    public record Part(double startSeconds, Texts title) {
        static List<Part> of(ProductRevision revision) {
            return revision.chapters().stream()
                    .map(chapter -> new Part(chapter.startMillis() / 1000.0, chapter.title()))
                    .toList();
        }
    }

    /**
     * All of the work in the size that suits the line, by HLS, beginning in one language.
     *
     * @param url of the master playlist, from the root of the portal; what is behind it changes with the work
     * @param height of the largest picture; null of what is only heard
     */
    public record Stream(
            String language,
            String url,
            String type,
            @Nullable Integer height) {
        private static final String TYPE = "application/vnd.apple.mpegurl";

        static List<Stream> of(String slug, List<Track> tracks) {
            return tracks.stream()
                    .map(Track::language)
                    .distinct()
                    .flatMap(language -> Streaming.of(slug, tracks, language).stream())
                    .map(stream -> new Stream(
                            stream.language(),
                            stream.address(),
                            TYPE,
                            stream.pictures().stream()
                                    .flatMap(picture -> picture.height().stream())
                                    .max(Integer::compare)
                                    .orElse(null)))
                    .toList();
        }
    }

    /**
     * @param state always approved: others are not public
     * @param pages of a document that tells how many it has
     */
    public record Version(
            long id,
            String kind,
            String language,
            String role,
            @Nullable String label,
            String state,
            @Nullable Double durationSeconds,
            @Nullable Integer pages,
            List<Source> sources) {}

    /**
     * @param url from the root of the portal; what is behind it never changes
     * @param bitrate in bits per second
     */
    public record Source(
            String url,
            String type,
            String profile,
            long bytes,
            @Nullable Integer bitrate,
            @Nullable Integer width,
            @Nullable Integer height) {}

    static ProductDocument of(ProductRevision revision, List<Track> tracks, @Nullable PlanReference plan, Instant now) {
        var product = revision.product();
        var priority = product.priority(now);
        var about = ProductDescription.of(revision, plan == null ? null : plan.planSlug());
        return new ProductDocument(
                product.slug(),
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
                product.isSample(),
                product.publication().publishedAt().orElseThrow(),
                priority.code(),
                priority == Priority.NORMAL ? null : product.urgentUntil().orElse(null),
                about.plan(),
                about.deliverable(),
                revision.credits().stream().map(Maker::of).toList(),
                Part.of(revision),
                tracks.stream().map(track -> version(product.slug(), track)).toList(),
                Stream.of(product.slug(), tracks));
    }

    private static Version version(String slug, Track track) {
        return new Version(
                track.requireId(),
                track.kind().code(),
                track.language(),
                track.role().code(),
                track.label().orElse(null),
                track.state().code(),
                track.asset()
                        .flatMap(asset -> asset.duration())
                        .map(duration -> duration.toMillis() / 1000.0)
                        .orElse(null),
                track.asset().flatMap(asset -> asset.pages()).orElse(null),
                sources(slug, track));
    }

    /** Of the files of a track. */
    static List<Source> sources(String slug, Track track) {
        return track.files()
                .filter(rendition -> rendition.segments().isEmpty())
                .map(rendition -> source(slug, track.language(), rendition))
                .toList();
    }

    private static Source source(String slug, String language, Rendition rendition) {
        return new Source(
                rendition.address(slug, language),
                rendition.contentType(),
                rendition.profile(),
                rendition.bytes(),
                rendition.bitrate().orElse(null),
                rendition.width().orElse(null),
                rendition.height().orElse(null));
    }
}
