package vn.loa.search;

import static vn.loa.catalog.TrackKind.AUDIO;
import static vn.loa.catalog.TrackKind.DOCUMENT;
import static vn.loa.catalog.TrackKind.SUBTITLE;
import static vn.loa.catalog.TrackKind.TRANSCRIPT;
import static vn.loa.catalog.TrackKind.VIDEO;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.loa.catalog.Track;
import vn.loa.catalog.TrackRole;
import vn.loa.common.Texts;
import vn.loa.media.Excerpt;
import vn.loa.media.MediaAddress;
import vn.loa.media.MediaAsset;
import vn.loa.plans.Section;
import vn.loa.subtitles.Cue;

/** The parts of public works and plans as the index holds them, each in one block with what it belongs to. */
final class IndexedParts {
    private static final Logger LOG = Logger.getLogger(IndexedParts.class.getName());

    /** Of one track or plan: more than a day of film. What comes later is found with the whole, not by itself. */
    private static final int MOST = 10_000;

    /** Of one document: about a thousand pages. What comes later is not found. */
    private static final int MOST_CHARACTERS = 2_000_000;

    /**
     * Of all that is said in a work, in all languages, and as much of all its documents: each track has its share of it, so that none goes without. The search
     * server takes a work as one whole, and one that is larger than its memory would be none.
     */
    private static final int MOST_OF_WORK = 4_000_000;

    /** The one format that browsers open at a page. */
    private static final String PDF = "application/pdf";

    /** What is said after a longer silence does not go on with the sentence. */
    private static final long PAUSE_MILLIS = 3_000;

    /** A line of a cue ends where the screen does, not where a sentence does. */
    private static final Pattern LINES = Pattern.compile("\\s*\\R\\s*");

    private IndexedParts() {}

    /** The words of a cue on one line. */
    static String line(Cue cue) {
        return LINES.matcher(cue.text()).replaceAll(" ").strip();
    }

    /**
     * What is found of one track.
     *
     * @param code begins the names of its cues
     * @param voice that says a cue at its second; empty without one
     * @param cues the first of them, as far as there is room
     * @param repeated those of them, by their place, that a track before has, too
     */
    private record Heard(Track track, String code, String voice, List<Cue> cues, Set<Integer> repeated) {
        Stream<String> lines() {
            return IntStream.range(0, cues.size())
                    .filter(i -> !repeated.contains(i))
                    .mapToObj(i -> line(cues.get(i)));
        }
    }

    /** Of all tracks, the transcripts first. Subtitles say the same in the main, and what they say otherwise is found as well. @param tracks approved ones */
    private static List<Heard> heard(List<Track> tracks) {
        var spoken = spoken(tracks);
        var share = shareOf(spoken);
        var said = new SaidAlready();
        var ofLanguage = spoken.stream().collect(Collectors.groupingBy(Track::language, Collectors.counting()));
        var languages = new HashSet<String>();
        var heard = new ArrayList<Heard>();
        for (var track : spoken) {
            var language = track.language();
            var voice = timedBy(track, tracks);
            var cues = cues(track, share);
            Set<Integer> repeated = Set.of();
            if (ofLanguage.getOrDefault(language, 0L) > 1) {
                repeated = IntStream.range(0, cues.size())
                        .filter(i -> said.has(
                                language, line(cues.get(i)), cues.get(i).startMillis(), voice))
                        .boxed()
                        .collect(Collectors.toSet());
                cues.forEach(cue -> said.add(language, line(cue), cue.startMillis(), voice));
            }
            var code = languages.add(language)
                    ? language
                    : language + "/" + track.kind().code();
            heard.add(new Heard(track, code, voice, cues, repeated));
        }
        return heard;
    }

    /** Subtitles and transcripts, the latter first: they are timed by what is said. @param tracks approved ones that count */
    private static List<Track> spoken(List<Track> tracks) {
        return tracks.stream()
                .filter(track -> !track.standsIn())
                .filter(track -> track.kind() == TRANSCRIPT || track.kind() == SUBTITLE)
                .filter(track -> track.cues().isPresent())
                .sorted(Comparator.comparing(track -> track.kind() == SUBTITLE))
                .toList();
    }

    /** What is said in a work, by language, as far as it is found. @param tracks approved ones */
    static Map<String, String> spokenWords(List<Track> tracks) {
        var words = new LinkedHashMap<String, String>();
        heard(tracks)
                .forEach(heard -> words.merge(
                        heard.track.language(),
                        heard.lines().collect(Collectors.joining(" ")),
                        (before, more) -> more.isEmpty() ? before : before + " " + more));
        return words;
    }

    /** The cues of a work. @param tracks approved ones */
    static List<IndexDocument> cues(Subject subject, String revision, List<Track> tracks) {
        return heard(tracks).stream()
                .flatMap(heard -> cues(subject, revision, heard))
                .toList();
    }

    private static int shareOf(List<Track> tracks) {
        return MOST_OF_WORK / Math.max(1, tracks.size());
    }

    /** The first of its cues, with no more text than this. */
    private static List<Cue> cues(Track track, int characters) {
        var cues = track.cues().orElseThrow().cues();
        return cues.subList(0, fitting(cues.stream().mapToInt(cue -> cue.text().length()), characters));
    }

    /** How many, from the first, have room. */
    private static int fitting(IntStream lengths, int room) {
        var left = new int[] {room};
        return (int) lengths.takeWhile(length -> (left[0] -= length) >= 0).count();
    }

    private static void tellLeftOut(Subject subject, int held, int all, String what) {
        if (held < all) {
            LOG.warning(() -> "Of %d %s of %s only the first %d can be found by themselves"
                    .formatted(all, what, subject.key(), held));
        }
    }

    /** The language of the voice that says a cue at its second: a transcript follows its own, subtitles the original. Empty when there is no such voice. */
    private static String timedBy(Track spoken, List<Track> tracks) {
        return tracks.stream()
                .filter(track -> track.kind() == AUDIO || track.kind() == VIDEO)
                .filter(track -> spoken.kind() == TRANSCRIPT
                        ? track.language().equals(spoken.language())
                        : track.role() == TrackRole.ORIGINAL)
                .map(Track::language)
                .findFirst()
                .orElse("");
    }

    private static Stream<IndexDocument> cues(Subject subject, String revision, Heard heard) {
        var track = heard.track;
        var cues = heard.cues;
        var held = Math.min(MOST, cues.size());
        tellLeftOut(subject, held, track.cues().orElseThrow().cues().size(), "cues in " + track.language());
        var parts = new ArrayList<IndexDocument>(held);
        for (var i = 0; i < held; i++) {
            if (heard.repeated.contains(i)) {
                continue;
            }
            var cue = cues.get(i);
            var line = line(cue);
            var next = i + 1 < cues.size() && cues.get(i + 1).startMillis() - cue.endMillis() <= PAUSE_MILLIS
                    ? line(cues.get(i + 1))
                    : "";
            var vietnamese = track.language().equals(Texts.FALLBACK);
            var part = IndexDocument.part(subject, revision, PartKind.CUE, heard.code + "/" + i)
                    .number("place", cue.startMillis())
                    .code("tongue", track.language())
                    .code("anchor", heard.voice)
                    .words(vietnamese ? "said" : "said_other", line);
            parts.add(vietnamese ? runningOn(part, line, next) : part);
        }
        return parts.stream();
    }

    /** @param next what is said after it in the same sentence; empty when nothing is */
    static IndexDocument runningOn(IndexDocument part, String line, String next) {
        return next.isEmpty()
                ? part.words("heard", line)
                : part.words("heard", line + " " + next)
                        .words("next", next)
                        .words("runs_on", line + Parts.NEXT_CUE + next);
    }

    /** What documents say, page by page. @param tracks approved ones @param imprint left out */
    static List<IndexDocument> pages(
            Subject subject, String revision, String slug, List<Track> tracks, Imprint imprint) {
        var written = written(tracks);
        return written.stream()
                .flatMap(track -> pages(subject, revision, slug, track, read(track, shareOf(written), imprint)))
                .toList();
    }

    /** Documents that are what they say they are. @param tracks approved ones */
    private static List<Track> written(List<Track> tracks) {
        return tracks.stream()
                .filter(track -> track.kind() == DOCUMENT && !track.standsIn())
                .toList();
    }

    /** What the documents of a work say, as far as it is found. @param tracks approved ones @param imprint left out */
    static Stream<String> texts(List<Track> tracks, Imprint imprint) {
        var written = written(tracks);
        return written.stream()
                .flatMap(track -> read(track, shareOf(written), imprint).stream())
                .map(Excerpt::text);
    }

    /** The first of its pages, with no more text than this. */
    private static List<Excerpt> read(Track track, int characters, Imprint imprint) {
        var pages = excerpts(track).stream()
                .map(page -> new Excerpt(page.page(), imprint.without(page.text())))
                .filter(page -> !page.text().isBlank())
                .toList();
        return pages.subList(
                0,
                fitting(pages.stream().mapToInt(page -> page.text().length()), Math.min(MOST_CHARACTERS, characters)));
    }

    private static List<Excerpt> excerpts(Track track) {
        return track.asset().map(MediaAsset::excerpts).orElse(List.of());
    }

    private static Stream<IndexDocument> pages(
            Subject subject, String revision, String slug, Track track, List<Excerpt> excerpts) {
        var held = Math.min(MOST, excerpts.size());
        tellLeftOut(subject, held, excerpts(track).size(), "pages of a document in " + track.language());
        var pdf = track.asset().stream()
                .flatMap(asset -> asset.renditions().stream())
                .filter(file -> file.contentType().equals(PDF))
                .findFirst()
                .map(file ->
                        MediaAddress.of(slug, track.language(), file.profile(), file.sha256(), file.contentType()));
        return IntStream.range(0, held).mapToObj(i -> {
            var excerpt = excerpts.get(i);
            var part = IndexDocument.part(subject, revision, PartKind.PAGE, track.requireId() + "/" + i)
                    .number("place", excerpt.page())
                    .code("tongue", track.language());
            pdf.filter(address -> excerpt.page() > 0)
                    .ifPresent(address -> part.code("anchor", address + "#page=" + excerpt.page()));
            return track.language().equals(Texts.FALLBACK)
                    ? part.words("said", excerpt.text()).words("heard", excerpt.text())
                    : part.words("said_other", excerpt.text());
        });
    }

    /** The sections of a plan. */
    static List<IndexDocument> sections(Subject subject, String revision, List<Section> sections) {
        var parts = new ArrayList<IndexDocument>(sections.size());
        tellLeftOut(subject, Math.min(MOST, sections.size()), sections.size(), "sections");
        for (var section : sections.subList(0, Math.min(MOST, sections.size()))) {
            var called = section.number().map(number -> number + ". ").orElse("") + section.title();
            parts.add(IndexDocument.part(subject, revision, PartKind.SECTION, String.valueOf(parts.size()))
                    .number("place", parts.size())
                    .code("tongue", Texts.FALLBACK)
                    .code("anchor", section.anchor())
                    .code("label", called)
                    .words("said", section.title() + "\n" + section.text())
                    .words("heard", section.title() + "\n" + section.text()));
        }
        return parts;
    }
}
