package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.WorkPage.Spoken;
import vn.loa.common.Texts;
import vn.loa.subtitles.Alignment;
import vn.loa.subtitles.Alignment.Span;
import vn.loa.subtitles.Cue;
import vn.loa.subtitles.Paragraph;

/** What subtitles and transcripts say, for those who judge them: a translation beside the sentences that it stands for, and how many have none. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class TranslatedWords {
    /** So many lines are shown to those who judge them; the file has them all. */
    static final int LINES = 400;

    @Inject
    private WorkTracks tracks;

    /**
     * Of one track.
     *
     * @param lines in order of time, as far as they are shown
     * @param cut whether there are more
     * @param source what it was translated from; null when it was not
     * @param missing says that some sentences are not translated; null when all are
     */
    record Words(
            List<Spoken> lines,
            boolean cut,
            @Nullable Track source,
            @Nullable Warning missing) {
        static final Words NONE = new Words(List.of(), false, null, null);

        Words {
            lines = List.copyOf(lines);
        }
    }

    /** By the ids of tracks. Two statements at most. @param all tracks of a product @param judged those whose words are shown */
    Map<Long, Words> of(List<Track> all, Collection<Track> judged) {
        var sources = sources(all);
        var shown = judged.stream()
                .flatMap(track -> Stream.concat(Stream.of(track), Stream.ofNullable(sources.get(track.requireId()))))
                .map(Track::requireId)
                .distinct()
                .toList();
        var cues = tracks.cues(shown, LINES + 1);
        var times = tracks.times(all.stream()
                .filter(track -> sources.containsKey(track.requireId()) || sources.containsValue(track))
                .map(Track::requireId)
                .toList());
        var words = new HashMap<Long, Words>();
        for (var track : all) {
            var id = track.requireId();
            var source = sources.get(id);
            var own = judged.contains(track) ? cues.getOrDefault(id, List.of()) : List.<Cue>of();
            var from =
                    source == null || own.isEmpty() ? List.<Cue>of() : cues.getOrDefault(source.requireId(), List.of());
            words.put(
                    id,
                    new Words(
                            source == null ? lines(own) : beside(from, own),
                            own.size() > LINES || from.size() > LINES,
                            source,
                            source == null ? null : missing(source, track, times)));
        }
        return words;
    }

    /** What tracks were translated from, by their ids. What only holds the place of a translation is none. */
    private static Map<Long, Track> sources(List<Track> all) {
        var sources = new HashMap<Long, Track>();
        all.stream()
                .filter(track -> SubtitleDrafts.isWritten(track) && !track.standsIn())
                .forEach(track -> sourceOf(track.language(), others(track, all))
                        .ifPresent(source -> sources.put(track.requireId(), source)));
        return sources;
    }

    /** What else is said in the same work. @param track null for what nobody has handed in yet */
    static List<Track> others(@Nullable Track track, List<Track> all) {
        return all.stream()
                .filter(SubtitleDrafts::isWritten)
                .filter(other -> other != track && other.replaces().isEmpty())
                .toList();
    }

    /** The Vietnamese words that are best to translate from; none of Vietnamese ones. @param language code of that into which they are translated */
    static Optional<Track> sourceOf(String language, List<Track> others) {
        return others.stream()
                .filter(other ->
                        !language.equals(Texts.FALLBACK) && other.language().equals(Texts.FALLBACK))
                .min(Comparator.comparing((Track other) -> other.kind() != TrackKind.SUBTITLE)
                        .thenComparing(other -> !other.isApproved())
                        .thenComparing(other -> other.state() != TrackState.READY)
                        .thenComparing(Comparator.comparingInt(Track::position).reversed()));
    }

    private static @Nullable Warning missing(Track source, Track track, Map<Long, List<Span>> times) {
        var all = times.getOrDefault(source.requireId(), List.of());
        var left = Alignment.of(all, times.getOrDefault(track.requireId(), List.of()))
                .untranslated()
                .size();
        return left == 0
                ? null
                : Warning.of("untranslated", messages -> messages.text("media.among.untranslated", left, all.size()));
    }

    private static List<Spoken> lines(List<Cue> own) {
        return own.stream()
                .limit(LINES)
                .map(cue -> new Spoken(cue.startMillis(), List.of(), Paragraph.Line.of(cue)))
                .toList();
    }

    /** Each cue beside its sentences, and where they are said those that have none; as far as both are known. */
    private static List<Spoken> beside(List<Cue> sources, List<Cue> own) {
        var alignment = Alignment.of(spans(sources), spans(own));
        var rows = new ArrayList<Spoken>();
        for (var i = 0; i < own.size(); i++) {
            var cue = own.get(i);
            rows.add(new Spoken(
                    cue.startMillis(),
                    alignment.sourcesOf(i).stream()
                            .map(at -> Paragraph.Line.of(sources.get(at)))
                            .toList(),
                    Paragraph.Line.of(cue)));
        }
        alignment
                .untranslated()
                .forEach(at -> rows.add(
                        new Spoken(sources.get(at).startMillis(), List.of(Paragraph.Line.of(sources.get(at))), null)));
        var end = Math.min(end(sources), end(own));
        return rows.stream()
                .filter(row -> row.millis() < end)
                .sorted(Comparator.comparingLong(Spoken::millis))
                .limit(LINES)
                .toList();
    }

    /** From when on not all of them are known. */
    private static long end(List<Cue> cues) {
        return cues.size() > LINES ? cues.get(LINES).startMillis() : Long.MAX_VALUE;
    }

    private static List<Span> spans(List<Cue> cues) {
        return cues.stream().map(Span::of).toList();
    }
}
