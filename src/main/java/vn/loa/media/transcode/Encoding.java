package vn.loa.media.transcode;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.media.Measurement;
import vn.loa.media.transcode.Failure.Reason;

/** One act of encoding: what is read, where files are made, and which are finished. For one thread. */
final class Encoding {
    /** The same bytes from the same source, nothing of its tags, nothing about the program. */
    private static final List<String> CLEAN = List.of(
            "-map_metadata",
            "-1",
            "-map_chapters",
            "-1",
            "-fflags",
            "+bitexact",
            "-flags:v",
            "+bitexact",
            "-flags:a",
            "+bitexact");

    private final Ffmpeg ffmpeg;
    private final EncodingProfiles profiles;
    private final Probe probe;
    private final WorkFolder work;
    private final Span span;
    private final List<EncodedFile> files = new ArrayList<>();

    Encoding(Ffmpeg ffmpeg, EncodingProfiles profiles, Probe probe, WorkFolder work, Span span) {
        this.ffmpeg = ffmpeg;
        this.profiles = profiles;
        this.probe = probe;
        this.work = work;
        this.span = span;
    }

    Ffmpeg ffmpeg() {
        return ffmpeg;
    }

    EncodingProfiles profiles() {
        return profiles;
    }

    Probe probe() {
        return probe;
    }

    WorkFolder work() {
        return work;
    }

    Span span() {
        return span;
    }

    /** All that are finished. */
    List<EncodedFile> files() {
        return List.copyOf(files);
    }

    /** The arguments that name the foreign file. */
    List<String> input() {
        return Demuxer.input(work.source(), SourceLimits.USUAL);
    }

    /** Runs ffmpeg over the foreign file. */
    void run(Graph graph, int from, int to) {
        whole(graph).run(span.part(from, to));
    }

    /** What runs ffmpeg over the whole foreign file. */
    BackgroundRuns.Run whole(Graph graph) {
        return over(decoders(), probe.duration(), graph);
    }

    /** They hand on their pictures in order: with one more, the others need not wait for the slowest. */
    private List<String> decoders() {
        return threads(ffmpeg.threads() + 1);
    }

    /**
     * What runs ffmpeg over a part of the foreign file.
     *
     * @param reading options of the input and its decoders
     * @param length of the part
     */
    BackgroundRuns.Run part(List<String> reading, Duration length, Graph graph) {
        return over(reading, length, graph);
    }

    private BackgroundRuns.Run over(List<String> reading, Duration length, Graph graph) {
        var words = words(reading, graph);
        return reached -> ffmpeg.encode(work, length, words, reached);
    }

    /** As an option of decoders, before an input, or of encoders, before an output. */
    static List<String> threads(int count) {
        return List.of("-threads", Integer.toString(count));
    }

    private List<String> words(List<String> reading, Graph graph) {
        var words = new ArrayList<>(List.of("-loglevel", "warning"));
        words.addAll(reading);
        words.addAll(input());
        words.addAll(graph.arguments());
        return words;
    }

    /** Options that every file gets before its own. */
    static List<String> clean() {
        return CLEAN;
    }

    /** A file is whole: moves it to where the caller finds it. */
    void finish(
            String name,
            String profile,
            int version,
            String contentType,
            Measurement measurement,
            Optional<Loudness> loudness,
            Optional<MediaPlaylist> segments) {
        var file = new EncodedFile(work.finish(name), profile, version, contentType, measurement, loudness, segments);
        files.add(file);
        span.finished(file);
    }

    /** As {@link #finish} for a text that was not made by a program. */
    void finishText(String name, String profile, int version, String contentType, String text) {
        try {
            Files.writeString(work.file(name), text);
        } catch (IOException e) {
            throw new TranscodingFailed(Reason.NO_SPACE, name + " cannot be written: " + e);
        }
        finish(name, profile, version, contentType, Measurement.NONE, Optional.empty(), Optional.empty());
    }
}
