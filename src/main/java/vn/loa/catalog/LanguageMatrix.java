package vn.loa.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.PlanReferences.Promised;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Language;
import vn.loa.taxonomy.Medium;

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
     * @param need as a code: needed; optional; none where works of this kind have no such part
     * @param standsIn whether what there is only holds the place of a translation
     */
    public record Cell(
            String part,
            String state,
            @Nullable Long track,
            @Nullable String next,
            @Nullable Long nextTrack,
            String need,
            boolean standsIn) {
        Cell(
                String part,
                String state,
                @Nullable Long track,
                @Nullable String next,
                @Nullable Long nextTrack,
                String need) {
            this(part, state, track, next, nextTrack, need, false);
        }

        private static final Set<String> DONE = Set.of("approved", "written");
        private static final Set<String> UNDER_WAY = Set.of("ready", "rejected", "processing");

        public boolean isNeeded() {
            return need.equals("needed");
        }

        /** Whether there is nothing, and need not be. */
        public boolean isIdle() {
            return state.equals("missing") && need.equals("none");
        }

        /** Whether it is there; what holds the place of a translation is none, as on the page of its plan. */
        public boolean isDone() {
            return DONE.contains(state) && !standsIn;
        }

        /** The state in which it looks; what is approved and only holds a place has one of its own: standin. */
        public String getLook() {
            return standsIn && DONE.contains(state) ? "standin" : state;
        }

        /** Whether it asks for work. */
        public boolean isOpen() {
            return next != null || UNDER_WAY.contains(state) || isNeeded() && !isDone();
        }
    }

    /** What a work must have, by what it is and by what a plan promises. */
    record Demand(Medium medium, Promised promised) {
        private String need(Part part, String language) {
            var isAsked = isAsked(language);
            return switch (part) {
                case AUDIO ->
                    !isPlayed()
                            ? "none"
                            : isAsked && (language.equals(original()) || !isRead()) ? "needed" : "optional";
                // Who cannot hear reads along; what is heard from a loudspeaker needs nobody who reads.
                case SUBTITLE ->
                    !isPlayed()
                            ? "none"
                            : medium == Medium.VIDEO && isAsked && (language.equals(original()) || isRead())
                                    ? "needed"
                                    : "optional";
                case TRANSCRIPT -> isPlayed() ? "optional" : "none";
                case SUMMARY -> language.equals(Texts.FALLBACK) ? "needed" : "optional";
            };
        }

        private boolean isPlayed() {
            return medium == Medium.AUDIO || medium == Medium.VIDEO;
        }

        private boolean isRead() {
            return promised.subtitled() && medium == Medium.VIDEO;
        }

        private String original() {
            return promised.languages().isEmpty()
                    ? Texts.FALLBACK
                    : promised.languages().get(0);
        }

        private boolean isAsked(String language) {
            return promised.languages().isEmpty()
                    ? language.equals(Texts.FALLBACK)
                    : promised.languages().contains(language);
        }
    }

    /** A track, as far as it matters here. */
    record Fact(long track, TrackKind kind, TrackRole role, String language, TrackState state, boolean standsIn) {
        Fact(long track, TrackKind kind, TrackRole role, String language, TrackState state) {
            this(track, kind, role, language, state, false);
        }

        static Fact of(Track track) {
            return new Fact(
                    track.requireId(), track.kind(), track.role(), track.language(), track.state(), track.standsIn());
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

    /** Whether anything of it asks for work. */
    public boolean isOpen() {
        return rows.stream().flatMap(row -> row.cells().stream()).anyMatch(Cell::isOpen);
    }

    /** What asks for work first. */
    private static final List<TrackState> URGENCY =
            List.of(TrackState.READY, TrackState.REJECTED, TrackState.PROCESSING, TrackState.APPROVED);

    /**
     * @param demand what it must have
     * @param tracks of the work, in their order: of approved ones the newest counts
     * @param begun codes of languages in which somebody writes new subtitles
     * @param mine codes of those that whoever looks judges
     */
    static LanguageMatrix of(
            String slug,
            Texts title,
            Texts summary,
            Demand demand,
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
                                Stream.of(Part.values())
                                        .map(part -> cell(
                                                part,
                                                language.code(),
                                                summary,
                                                demand.need(part, language.code()),
                                                tracks,
                                                begun))
                                        .toList()))
                        .toList());
    }

    private static Cell cell(
            Part part, String language, Texts summary, String need, List<Fact> tracks, Set<String> begun) {
        if (part == Part.SUMMARY) {
            var state = summary.exactly(language).isPresent() ? "written" : "missing";
            return new Cell("summary", state, null, null, null, need);
        }
        var code = part.name().toLowerCase(Locale.ROOT);
        var these = tracks.stream()
                .filter(track -> track.is(part) && track.language().equals(language))
                .sorted(Comparator.comparing((Fact track) -> URGENCY.indexOf(track.state())))
                .toList();
        if (these.isEmpty()) {
            var isBegun = part == Part.SUBTITLE && begun.contains(language);
            return new Cell(code, isBegun ? "begun" : "missing", null, null, null, need);
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
                next == null ? null : next.track(),
                need,
                shown.standsIn());
    }
}
