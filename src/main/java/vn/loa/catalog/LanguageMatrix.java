package vn.loa.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Language;

/**
 * What a work has in which language, and where each part of it stands.
 *
 * @param rows one for each language of works, in the order of their list
 */
public record LanguageMatrix(String slug, Texts title, List<Row> rows) {
    public LanguageMatrix {
        rows = List.copyOf(rows);
    }

    /** What a work can have in a language. */
    public enum Part {
        AUDIO,
        SUBTITLE,
        TRANSCRIPT,
        SUMMARY
    }

    /**
     * @param code of the language
     * @param tag of it for HTML
     * @param mine whether whoever looks judges it
     */
    public record Row(String code, Texts language, String tag, boolean mine, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * @param part as a code: audio, subtitle, transcript, summary
     * @param state as a code: of a track; or begun, missing; of the summary, written or missing
     * @param track id of the track that is in this state; null when none is
     * @param next state of another track of this kind, for example a change of approved subtitles, that asks for work; null when none does
     * @param nextTrack its id; null when there is none
     */
    public record Cell(
            String part,
            String state,
            @Nullable Long track,
            @Nullable String next,
            @Nullable Long nextTrack) {}

    /** A track, as far as it matters here. */
    record Fact(long track, TrackKind kind, TrackRole role, String language, TrackState state) {
        static Fact of(Track track) {
            return new Fact(track.requireId(), track.kind(), track.role(), track.language(), track.state());
        }

        boolean is(Part part) {
            return switch (part) {
                // The picture of a film speaks in its own language.
                case AUDIO ->
                    kind == TrackKind.AUDIO
                            || kind == TrackKind.VIDEO && (role == TrackRole.ORIGINAL || role == TrackRole.DUB);
                case SUBTITLE -> kind == TrackKind.SUBTITLE;
                case TRANSCRIPT -> kind == TrackKind.TRANSCRIPT;
                case SUMMARY -> false;
            };
        }
    }

    /** What asks for work first. */
    private static final List<TrackState> URGENCY =
            List.of(TrackState.READY, TrackState.REJECTED, TrackState.PROCESSING, TrackState.APPROVED);

    /**
     * @param tracks of the work, in their order: of approved ones the newest counts
     * @param begun codes of languages in which somebody writes new subtitles
     * @param mine codes of those that whoever looks judges
     */
    static LanguageMatrix of(
            String slug,
            Texts title,
            Texts summary,
            List<Fact> tracks,
            Set<String> begun,
            List<Language> languages,
            Set<String> mine) {
        return new LanguageMatrix(
                slug,
                title,
                languages.stream()
                        .filter(Language::isContent)
                        .map(language -> new Row(
                                language.code(),
                                language.label(),
                                language.bcp47(),
                                mine.contains(language.code()),
                                List.of(
                                        cell(Part.AUDIO, language.code(), tracks, begun),
                                        cell(Part.SUBTITLE, language.code(), tracks, begun),
                                        cell(Part.TRANSCRIPT, language.code(), tracks, begun),
                                        summary(language.code(), summary))))
                        .toList());
    }

    private static Cell cell(Part part, String language, List<Fact> tracks, Set<String> begun) {
        var code = part.name().toLowerCase(Locale.ROOT);
        var these = tracks.stream()
                .filter(track -> track.is(part) && track.language().equals(language))
                .sorted(Comparator.comparing((Fact track) -> URGENCY.indexOf(track.state())))
                .toList();
        if (these.isEmpty()) {
            var isBegun = part == Part.SUBTITLE && begun.contains(language);
            return new Cell(code, isBegun ? "begun" : "missing", null, null, null);
        }
        var approved = these.stream()
                .filter(track -> track.state() == TrackState.APPROVED)
                .reduce((older, newer) -> newer);
        var shown = approved.orElse(these.get(0));
        var next = these.stream()
                .filter(track -> track != shown && track.state() != TrackState.APPROVED)
                .findFirst()
                .orElse(null);
        return new Cell(
                code,
                shown.state().code(),
                shown.track(),
                next == null ? null : next.state().code(),
                next == null ? null : next.track());
    }

    private static Cell summary(String language, Texts summary) {
        return new Cell("summary", summary.exactly(language).isPresent() ? "written" : "missing", null, null, null);
    }
}
