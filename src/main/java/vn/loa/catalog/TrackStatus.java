package vn.loa.catalog;

import jakarta.json.bind.annotation.JsonbTransient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Messages;
import vn.loa.common.Texts;
import vn.loa.media.MediaAsset;
import vn.loa.media.processing.Remainder;
import vn.loa.media.transcode.DubReport;

/**
 * Where a track of a product stands; null where nothing is known.
 *
 * @param version grows with every change of the track
 * @param state processing, ready (for review), rejected, approved
 * @param percent how far all that is made of it is, over all steps, while something is; it grows until somebody asks for something anew
 * @param reason why it was rejected: a code when nothing could come of the file, otherwise what its reviewer wrote; while it is processed, as a code why
 *     the last attempt failed, after which others follow
 * @param explanation the same for people, by language, when it is a code
 * @param pages of a document that tells how many it has
 * @param posterPercent of a film of which pictures were taken: at which percent of its length that one was, which stands for it when the work has no poster
 * @param missing what of a track that can be played is still made, or could not be made; absent when it is complete
 * @param retry true when something could not be made for reasons that may be gone by now, so that it is worth asking for it anew; absent otherwise
 * @param sources files that can be had already, of a single track: for the public when the track is approved, until then for those who work on it, with their token
 * @param fit how a dub fits its film, as soon as both are read
 * @param replaces id of the track whose place it takes when it is approved; absent when it takes none
 * @param warnings what an editor may want to put right: in a dub that does not fit its film; in a sound that is nearly silent, in subtitles, and because of
 *     other tracks of the product, told only to those who work on it
 */
public record TrackStatus(
        long id,
        @JsonbTransient long version,
        String kind,
        String language,
        String role,
        @Nullable String label,
        String state,
        @Nullable Integer percent,
        @Nullable String reason,
        @Nullable Texts explanation,
        @Nullable Instant reviewedAt,
        @Nullable Double durationSeconds,
        @Nullable Integer pages,
        @Nullable Integer posterPercent,
        @Nullable List<Missing> missing,
        @Nullable Boolean retry,
        @Nullable List<ProductDocument.Source> sources,
        @Nullable Fit fit,
        @Nullable Long replaces,
        @Nullable List<Warning> warnings) {
    private static final double MILLIS = 1_000;
    private static final String TROUBLE = "media.trouble.";

    /** Before the code: what went wrong and is tried again by itself. */
    private static final String AGAIN = "again.";

    static TrackStatus of(Track track) {
        return of(track, null, Optional.empty(), List.of(), List.of(), null);
    }

    /**
     * Of a single one, with its files, whose processing is known.
     *
     * @param percent null unless something is made of it
     * @param trouble on that way, as a code
     * @param remainders what is not there of all that is made of its file, once that is taken in
     */
    static TrackStatus of(
            Track track, @Nullable Integer percent, Optional<String> trouble, List<Remainder> remainders) {
        var files = ProductDocument.sources(track.product().slug(), track);
        return of(track, percent, trouble, noticed(track), remainders, files.isEmpty() ? null : files);
    }

    /** The same with something more to put right. */
    TrackStatus with(Warning warning) {
        return with(
                sources,
                Stream.concat(Stream.ofNullable(warnings).flatMap(List::stream), Stream.of(warning))
                        .toList());
    }

    /** The same as one of many. */
    TrackStatus withoutSources() {
        return with(null, warnings);
    }

    private TrackStatus with(@Nullable List<ProductDocument.Source> shown, @Nullable List<Warning> noticed) {
        return new TrackStatus(
                id,
                version,
                kind,
                language,
                role,
                label,
                state,
                percent,
                reason,
                explanation,
                reviewedAt,
                durationSeconds,
                pages,
                posterPercent,
                missing,
                retry,
                shown,
                fit,
                replaces,
                noticed);
    }

    /** Of one that has just come, or was judged, for those who work on it. */
    static TrackStatus added(Track track, @Nullable Integer percent) {
        return of(track, percent, Optional.empty(), noticed(track), List.of(), null);
    }

    /** In its sound, in its subtitles, and among the tracks of its product. */
    private static List<Warning> noticed(Track track) {
        var read = track.cues().stream()
                .flatMap(cues -> cues.warnings().stream())
                .map(warning -> Warning.of(warning.kind().code(), warning::text));
        return Stream.of(QuietSound.of(track).stream(), TrackDoubts.of(track), read)
                .flatMap(these -> these)
                .toList();
    }

    private static TrackStatus of(
            Track track,
            @Nullable Integer percent,
            Optional<String> trouble,
            List<Warning> noticed,
            List<Remainder> remainders,
            @Nullable List<ProductDocument.Source> sources) {
        var end = track.asset().flatMap(MediaAsset::reason);
        var code = end.or(() -> trouble);
        var warnings = Stream.concat(noticed.stream(), Fit.warnings(track)).toList();
        return new TrackStatus(
                track.requireId(),
                track.version(),
                track.kind().code(),
                track.language(),
                track.role().code(),
                track.label().orElse(null),
                track.state().code(),
                percent,
                code.or(track::reviewNote).orElse(null),
                code.map(known -> explained(known, end.isEmpty())).orElse(null),
                track.reviewedAt().orElse(null),
                track.asset()
                        .flatMap(asset -> asset.duration())
                        .map(TrackStatus::seconds)
                        .orElse(null),
                track.asset().flatMap(MediaAsset::pages).orElse(null),
                Pictures.candidate(track).orElse(null),
                remainders.isEmpty() || track.state() == TrackState.REJECTED
                        ? null
                        : remainders.stream()
                                .map(remainder -> Missing.of(track.kind(), remainder))
                                .toList(),
                remainders.stream().anyMatch(Remainder::isWorthTrying) ? true : null,
                sources,
                Fit.of(track).orElse(null),
                track.replaces().map(Track::requireId).orElse(null),
                warnings.isEmpty() ? null : warnings);
    }

    /**
     * What of a track that can be played is not there yet.
     *
     * @param step small: what can be heard and seen first; full: what is made after that; dub: the film in this language
     * @param state waiting, running, refused (the file is at fault), dead (it failed too often); the last two until somebody asks for it anew
     * @param percent of this step alone, from 0 to 100
     * @param files what is missing, for people, by language
     * @param reason why the last attempt came to nothing, as a code
     * @param explanation the same for people, by language
     */
    public record Missing(
            String step,
            String state,
            int percent,
            Texts files,
            @Nullable String reason,
            @Nullable Texts explanation) {
        private static final String FILES = "media.missing.";

        static Missing of(TrackKind kind, Remainder remainder) {
            var key = FILES + remainder.step().code() + "-" + kind.media().code();
            return new Missing(
                    remainder.step().code(),
                    remainder.state().code(),
                    remainder.percent(),
                    Messages.complete(messages -> messages.text(key)),
                    remainder.reason(),
                    remainder.reason() == null ? null : explained(remainder.reason(), !remainder.hasFailed()));
        }
    }

    /**
     * How a dub fits its film.
     *
     * @param longerSeconds how much longer the dub is than the film; negative when it is shorter
     * @param offset whether that is known by which it comes too late: measured; unmeasurable (the two have too little in common, or that repeats
     *     itself); silent (the film has no sound of its own, the dub begins with it); pending, until both are complete
     * @param laterSeconds by how much the dub comes later than the film's own sound; negative when it is earlier; null unless it was measured
     * @param explanation for people, by language, when it was tried and not measured
     * @param toleranceSeconds what is not worth a warning
     */
    public record Fit(
            double longerSeconds,
            String offset,
            @Nullable Double laterSeconds,
            double toleranceSeconds,
            @Nullable Texts explanation) {
        private static final String WARNING = "media.dub.";

        private static Optional<Fit> of(Track track) {
            var isFitted = track.asset().filter(MediaAsset::isFitted).isPresent();
            var isSilent = isFitted
                    && track.film().filter(film -> !Captions.hasSound(film)).isPresent();
            return report(track).map(report -> of(report, isFitted, isSilent));
        }

        /**
         * @param isFitted whether it has been tried to measure the offset
         * @param isSilent whether there is nothing that it could be measured against
         */
        static Fit of(DubReport report, boolean isFitted, boolean isSilent) {
            var offset = !isFitted
                    ? "pending"
                    : report.offset().isPresent() ? "measured" : isSilent ? "silent" : "unmeasurable";
            return new Fit(
                    seconds(report.difference()),
                    offset,
                    report.offset().map(TrackStatus::seconds).orElse(null),
                    seconds(DubReport.TOLERANCE),
                    !isFitted || report.offset().isPresent()
                            ? null
                            : Messages.complete(messages -> messages.text(WARNING + offset)));
        }

        private static Stream<Warning> warnings(Track track) {
            return report(track).stream()
                    .flatMap(report -> Stream.concat(
                            warning(report.difference(), "longer", "shorter").stream(),
                            report.offset().flatMap(offset -> warning(offset, "later", "earlier")).stream()));
        }

        private static Optional<Warning> warning(Duration difference, String positive, String negative) {
            var code = difference.isNegative() ? negative : positive;
            return DubReport.isNoticeable(difference)
                    ? Optional.of(Warning.of(
                            "dub-" + code, messages -> messages.text(WARNING + code, seconds(difference.abs()))))
                    : Optional.empty();
        }

        private static Optional<DubReport> report(Track track) {
            var film = track.film().flatMap(Track::asset).flatMap(MediaAsset::duration);
            return film.flatMap(length -> track.asset()
                    .flatMap(dub -> dub.duration().map(own -> new DubReport(length, own, dub.filmOffset()))));
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }

    /** @param isTriedAgain without anybody asking for it */
    private static Texts explained(String code, boolean isTriedAgain) {
        return Messages.complete(messages -> messages.text(Stream.of(AGAIN + code, code)
                .filter(key -> isTriedAgain || key.equals(code))
                .map(TROUBLE::concat)
                .filter(messages::has)
                .findFirst()
                .orElse(TROUBLE + (isTriedAgain ? AGAIN : "") + "failed")));
    }
}
