package vn.loa.subtitles;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which sentences the cues of a translation stand for. A cue that has the times of a sentence was made from it; so was, of what is left, one that begins with it, and one
 * in its place where there are as many of both; if its times were changed, it may have been joined with sentences behind it. Only what is left then goes by what is said while it is shown. The script of the page on which subtitles are written
 * ({@code cues.js}) goes by the same rules.
 */
public final class Alignment {
    private final List<Span> sources;
    private final List<Span> own;
    private final List<List<Integer>> found = new ArrayList<>();
    private final Set<Integer> taken = new HashSet<>();

    /** When a cue is shown, in milliseconds. */
    public record Span(long start, long end) {
        public static Span of(Cue cue) {
            return new Span(cue.startMillis(), cue.endMillis());
        }

        private long shared(Span other) {
            return Math.min(end, other.end) - Math.max(start, other.start);
        }

        private long length() {
            return end - start;
        }
    }

    private Alignment(List<Span> sources, List<Span> own) {
        this.sources = sources;
        this.own = own;
        own.forEach(cue -> found.add(List.of()));
    }

    /** @param sources what was translated @param own cues of the translation that say something; both in order of time */
    public static Alignment of(List<Span> sources, List<Span> own) {
        var alignment = new Alignment(List.copyOf(sources), List.copyOf(own));
        alignment.byKey(span -> span);
        alignment.byKey(Span::start);
        alignment.byPlace();
        alignment.byTime();
        return alignment;
    }

    private void byKey(Function<Span, Object> key) {
        Map<Object, ArrayDeque<Integer>> waiting = new HashMap<>();
        IntStream.range(0, sources.size())
                .filter(source -> !taken.contains(source))
                .forEach(source -> waiting.computeIfAbsent(key.apply(sources.get(source)), none -> new ArrayDeque<>())
                        .add(source));
        for (var i = 0; i < own.size(); i++) {
            var these = waiting.get(key.apply(own.get(i)));
            if (found.get(i).isEmpty() && these != null && !these.isEmpty()) {
                take(i, these.remove());
            }
        }
    }

    private void byPlace() {
        if (sources.size() != own.size()) {
            return;
        }
        for (var i = 0; i < own.size(); i++) {
            if (found.get(i).isEmpty() && !taken.contains(i) && own.get(i).shared(sources.get(i)) > 0) {
                take(i, i);
            }
        }
    }

    private void take(int cue, int source) {
        found.set(cue, List.of(source));
        taken.add(source);
    }

    /** The one that is said with most of a cue, and others of which it is shown with more than half. */
    private void byTime() {
        var free = IntStream.range(0, sources.size())
                .filter(source -> !taken.contains(source))
                .boxed()
                .toList();
        var longest = free.stream()
                .mapToLong(source -> sources.get(source).length())
                .max()
                .orElse(0);
        var first = 0;
        for (var i = 0; i < own.size(); i++) {
            var cue = own.get(i);
            while (first < free.size() && sources.get(free.get(first)).start() + longest <= cue.start()) {
                first++;
            }
            var made = found.get(i);
            if (made.isEmpty()) {
                found.set(i, with(cue, free, first));
            } else if (!sources.get(made.get(0)).equals(cue)) {
                found.set(
                        i,
                        Stream.concat(made.stream(), joined(cue, sources.get(made.get(0)), free, first))
                                .toList());
            }
        }
    }

    private List<Integer> with(Span cue, List<Integer> free, int first) {
        var near = new ArrayList<Integer>();
        var most = 0L;
        for (var at = first; at < free.size() && sources.get(free.get(at)).start() < cue.end(); at++) {
            var shared = cue.shared(sources.get(free.get(at)));
            if (shared > 0) {
                near.add(free.get(at));
                most = Math.max(most, shared);
            }
        }
        var best = most;
        return near.stream()
                .filter(source -> isSaidWith(cue, sources.get(source), best))
                .toList();
    }

    /** What is said behind the sentence that a cue was made from, mostly while it is shown. */
    private Stream<Integer> joined(Span cue, Span made, List<Integer> free, int first) {
        return free.stream()
                .skip(first)
                .takeWhile(source -> sources.get(source).start() < cue.end())
                .filter(source -> sources.get(source).start() >= made.end()
                        && cue.shared(sources.get(source)) * 2
                                > sources.get(source).length());
    }

    private static boolean isSaidWith(Span cue, Span source, long most) {
        var shared = cue.shared(source);
        return shared == most && most * 2 >= Math.min(cue.length(), source.length()) || shared * 2 > source.length();
    }

    /** The sentences that a cue stands for, by their places from 0; none where it says something of its own. */
    public List<Integer> sourcesOf(int cue) {
        return found.get(cue);
    }

    /** The sentences for which no cue stands, by their places from 0, in order. */
    public List<Integer> untranslated() {
        var left = new TreeSet<>(IntStream.range(0, sources.size()).boxed().toList());
        found.forEach(left::removeAll);
        return List.copyOf(left);
    }
}
