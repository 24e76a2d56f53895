package vn.loa.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the tracks of a work have said so far, so that a moment is found once, however many of them have it. Not for several threads. */
final class SaidAlready {
    /** Whoever writes subtitles lets them begin a little before or after the voice. */
    private static final long ABOUT_MILLIS = 3_000;

    private final Map<String, List<Moment>> moments = new HashMap<>();

    private record Moment(long millis, String voice) {}

    void add(String language, String line, long millis, String voice) {
        moments.computeIfAbsent(key(language, line), none -> new ArrayList<>()).add(new Moment(millis, voice));
    }

    /** Whether it was said at about that time; by another voice, which keeps another time, whenever. */
    boolean has(String language, String line, long millis, String voice) {
        return moments.getOrDefault(key(language, line), List.of()).stream()
                .anyMatch(moment -> !moment.voice.equals(voice) || Math.abs(moment.millis - millis) <= ABOUT_MILLIS);
    }

    private static String key(String language, String line) {
        return language + " " + Folding.spelled(line);
    }
}
