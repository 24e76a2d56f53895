package vn.loa.catalog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.loa.common.InvalidInput;
import vn.loa.common.JsonFields;
import vn.loa.common.PlainText;
import vn.loa.common.Texts;
import vn.loa.common.Violation;
import vn.loa.subtitles.CueText;
import vn.loa.subtitles.SubtitleFile;
import vn.loa.subtitles.SubtitleFormat;
import vn.loa.subtitles.TimedText;
import vn.loa.subtitles.WebVtt;

/** How the chapters of a work are read, written, and checked: as JSON with their titles in every language, as WebVTT in one. */
public final class Chapters {
    /** More than one finds one's way in. */
    public static final int MOST = 100;

    /** In characters: it stands on one line of a list. */
    public static final int LONGEST_TITLE = 120;

    private static final long LATEST_MILLIS = Duration.ofDays(1).toMillis();
    private static final double MILLIS = 1000;
    private static final int SECOND = 1_000;
    private static final int MINUTE = 60;
    private static final Pattern TIME =
            Pattern.compile("(?:(?:(\\d{1,2}):)?(\\d{1,3}):)?(\\d{1,5})(?:[.,](\\d{1,3}))?");

    /** The last chapter of a work of unknown length, and one that would have none. */
    private static final long LEAST_MILLIS = 1000;

    private Chapters() {}

    /** Reads the field {@code chapters}; what is wrong with its form is left with the reader, which the caller finishes. */
    public static List<Chapter> read(JsonFields fields) {
        fields.required("chapters");
        return fields.objects(
                "chapters",
                chapter -> new Chapter(Math.round(chapter.decimal("startSeconds") * MILLIS), chapter.texts("title")));
    }

    /**
     * Reads a WebVTT file of chapters, which says which ones there are from now on. Those that begin where one began before keep their
     * titles in other languages.
     *
     * @param language code of the language of its titles
     * @param before the chapters as they were
     * @throws vn.loa.subtitles.SubtitlesRefused when it is no WebVTT
     * @throws InvalidInput naming the lines that make no chapter
     */
    public static List<Chapter> read(byte[] webVtt, String language, List<Chapter> before) {
        var file = SubtitleFile.read(webVtt, language);
        if (file.format() != SubtitleFormat.WEBVTT) {
            throw InvalidInput.of("body", "is not WebVTT but " + file.format().label());
        }
        var lost = file.warnings().stream()
                .filter(warning -> warning.kind().isLoss())
                .toList();
        if (!lost.isEmpty()) {
            throw new InvalidInput(lost.stream()
                    .map(warning -> new Violation(
                            "line " + warning.place(),
                            "makes no chapter: " + warning.kind().code()))
                    .toList());
        }
        return file.cues().stream()
                .map(cue -> new Chapter(
                        cue.startMillis(),
                        title(cue.startMillis(), language, cue.text().plain(), before)))
                .toList();
    }

    private static Texts title(long start, String language, String text, List<Chapter> before) {
        Map<String, String> titles = new TreeMap<>();
        before.stream()
                .filter(chapter -> chapter.startMillis() == start)
                .forEach(chapter -> titles.putAll(chapter.title().asMap()));
        titles.put(language, PlainText.line(text));
        return Texts.of(titles);
    }

    /** As a WebVTT file with the titles in one language, Vietnamese where there is none. @param length of the work; zero when it is not known */
    static String write(List<Chapter> chapters, Duration length, String language) {
        var cues = new ArrayList<TimedText>(chapters.size());
        for (var i = 0; i < chapters.size(); i++) {
            var start = chapters.get(i).startMillis();
            var end = i + 1 < chapters.size() ? chapters.get(i + 1).startMillis() : length.toMillis();
            var title = chapters.get(i).title().in(language);
            cues.add(new TimedText(start, Math.max(end, start + LEAST_MILLIS), "", CueText.plain(title)));
        }
        return WebVtt.write(cues);
    }

    /** {@code 1:23}, {@code 1:02:03}, with thousandths where it has some. */
    public static String time(long millis) {
        var seconds = millis / SECOND;
        var hours = seconds / MINUTE / MINUTE;
        var rest = millis % SECOND == 0 ? "" : (".%03d".formatted(millis % SECOND)).replaceAll("0+$", "");
        return (hours > 0
                        ? "%d:%02d:%02d".formatted(hours, seconds / MINUTE % MINUTE, seconds % MINUTE)
                        : "%d:%02d".formatted(seconds / MINUTE, seconds % MINUTE))
                + rest;
    }

    /** In milliseconds; empty when it is no time. Hours, minutes and seconds, or seconds alone. */
    public static Optional<Long> time(String time) {
        var found = TIME.matcher(time);
        if (!found.matches()) {
            return Optional.empty();
        }
        var hours = found.group(1) == null ? 0 : Long.parseLong(found.group(1));
        var minutes = found.group(2) == null ? 0 : Long.parseLong(found.group(2));
        var seconds = Long.parseLong(found.group(3));
        var isAlone = found.group(2) == null;
        if (!isAlone && seconds >= MINUTE || found.group(1) != null && minutes >= MINUTE) {
            return Optional.empty();
        }
        var rest = found.group(4) == null ? 0 : Long.parseLong((found.group(4) + "00").substring(0, 3));
        return Optional.of(((hours * MINUTE + minutes) * MINUTE + seconds) * SECOND + rest);
    }

    /** What is wrong with them, beyond the languages. @param length of the work; zero when it is not known yet */
    public static List<Violation> violations(List<Chapter> chapters, Duration length) {
        var wrong = new ArrayList<Violation>();
        if (chapters.size() > MOST) {
            wrong.add(new Violation("chapters", "must have at most " + MOST + " entries"));
        }
        var last = -1L;
        for (var i = 0; i < chapters.size() && i < MOST; i++) {
            var place = "chapters[" + i + "].";
            var start = chapters.get(i).startMillis();
            if (start < 0 || start > LATEST_MILLIS) {
                wrong.add(new Violation(place + "startSeconds", "must be from 0 to " + LATEST_MILLIS / 1000));
            } else if (start <= last) {
                wrong.add(new Violation(place + "startSeconds", "must be later than that of the chapter before"));
            } else if (!length.isZero() && start >= length.toMillis()) {
                wrong.add(new Violation(
                        place + "startSeconds",
                        "is not within the work, which has " + length.toMillis() / MILLIS + " seconds"));
            }
            last = Math.max(last, start);
            titled(place + "title", chapters.get(i).title(), wrong);
        }
        return wrong;
    }

    private static void titled(String field, Texts title, List<Violation> wrong) {
        if (title.exactly(Texts.FALLBACK).isEmpty()) {
            wrong.add(new Violation(field + "." + Texts.FALLBACK, "is required"));
        }
        title.asMap().forEach((language, text) -> {
            if (text.length() > LONGEST_TITLE) {
                wrong.add(new Violation(field + "." + language, "must have at most " + LONGEST_TITLE + " characters"));
            }
            if (text.chars().anyMatch(Character::isISOControl)) {
                wrong.add(new Violation(field + "." + language, "must be one line"));
            }
        });
    }
}
