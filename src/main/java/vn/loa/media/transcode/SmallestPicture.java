package vn.loa.media.transcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import vn.loa.media.FileFormat;
import vn.loa.media.transcode.Failure.Reason;
import vn.loa.media.transcode.FilmProfiles.Picture;

/**
 * The picture of the smallest film. Its time goes into reading a picture many times as large, which one run of ffmpeg cannot spread over processors
 * evenly; so a long film is read in parts beside each other, and their bare streams are put one behind the other. For one thread; closing it ends what
 * is under way.
 */
final class SmallestPicture implements AutoCloseable {
    /** Seeking is coarse, and every byte counts. */
    private static final int SECONDS_BETWEEN_KEY_PICTURES = 10;

    /** Beginning costs a moment, too. */
    private static final Duration SHORTEST_PART = Duration.ofMinutes(1);

    /** Each holds its own pictures in memory. */
    private static final int MOST_PARTS = 4;

    /** How many times as high a picture must be. */
    private static final int SMOOTHED_BY_SIZE = 3;

    private final Encoding encoding;
    private final VideoStream source;
    private final Picture profile;
    private final Fraction rate;
    private final long interval;
    private final List<Part> parts;
    private final boolean sparing;
    private final BackgroundRuns runs;

    private SmallestPicture(Encoding encoding, VideoStream source, Picture profile) {
        this.encoding = encoding;
        this.source = source;
        this.profile = profile;
        this.rate = PictureFilters.rate(source, profile.frameRate());
        this.interval = Math.round(rate.value() * SECONDS_BETWEEN_KEY_PICTURES);
        this.parts = parts();
        this.sparing = parts.size() > 1
                && NonReferencePictures.areSpare(
                        encoding, source, encoding.probe().duration(), rate);
        this.runs = BackgroundRuns.begin(parts.stream().map(this::run).toList());
    }

    static SmallestPicture begin(Encoding encoding, VideoStream source, Picture profile) {
        return new SmallestPicture(encoding, source, profile);
    }

    /**
     * Waits until it is made.
     *
     * @param reached is told the percentage, on this thread
     * @throws TranscodingFailed if it cannot be made
     */
    Joining.Video await(IntConsumer reached) {
        runs.await(reached);
        var whole = encoding.work().file(parts.get(0).file());
        try (var end = Files.newOutputStream(whole, StandardOpenOption.APPEND)) {
            for (var part : parts.subList(1, parts.size())) {
                Files.copy(encoding.work().file(part.file()), end);
            }
        } catch (IOException e) {
            throw new TranscodingFailed(Reason.NO_SPACE, "Parts of a picture cannot be put together: " + e);
        }
        return Joining.Video.bare(parts.get(0).file(), rate);
    }

    @Override
    public void close() {
        runs.close();
    }

    /**
     * A stretch of the film.
     *
     * @param first of its pictures, counted from 0
     * @param count how many; of the last part, how many there should be
     */
    private record Part(String file, long first, long count, boolean isLast) {}

    private List<Part> parts() {
        var length = encoding.probe().duration();
        var all = (long) Math.ceil(length.toMillis() * rate.value() / 1000);
        var wanted = isFoundByTime() ? Math.min(MOST_PARTS, encoding.ffmpeg().threads()) : 1;
        var count = (int) Math.max(1, Math.min(wanted, length.dividedBy(SHORTEST_PART)));
        // Where a key picture stands anyway.
        var begins = IntStream.rangeClosed(0, count)
                .mapToLong(i -> i == count ? all : all * i / count / interval * interval)
                .toArray();
        return IntStream.range(0, count)
                .mapToObj(i -> new Part(
                        profile.name() + "-picture-" + i + ".h264",
                        begins[i],
                        begins[i + 1] - begins[i],
                        i == count - 1))
                .toList();
    }

    /** Whether a moment in the film is found exactly: files of MP4 list all their pictures. */
    private boolean isFoundByTime() {
        return encoding.probe().format() == FileFormat.MP4 && !source.variableFrameRate();
    }

    private BackgroundRuns.Run run(Part part) {
        var reading = new ArrayList<String>();
        // Decoders hand on their pictures in order: with one more, the others need not wait for the slowest.
        reading.addAll(Encoding.threads(parts.size() > 1 ? 1 : encoding.ffmpeg().threads() + 1));
        // The smaller picture is made in less time than it takes to share that out.
        reading.addAll(List.of("-filter_complex_threads", "1"));
        // Seams between blocks that a decoder need not smooth are not seen where nine of its pixels and more become
        // one.
        if (Size.fills(source, SMOOTHED_BY_SIZE * profile.side())) {
            reading.addAll(List.of("-skip_loop_filter", "all"));
        }
        if (sparing) {
            reading.addAll(List.of("-skip_frame", "noref"));
        }
        if (part.first() > 0) {
            reading.addAll(List.of("-ss", seconds(part.first())));
        }
        if (!part.isLast()) {
            // A second more, in case that the last pictures are left out; how many are made is counted.
            reading.addAll(List.of("-t", seconds(part.count() + Math.round(rate.value()))));
        }
        return encoding.part(reading, length(part), graph(part));
    }

    private Graph graph(Part part) {
        var graph = new Graph();
        var film = graph.chain(
                "[0:" + source.index() + "]",
                PictureFilters.steady(source, rate) + ","
                        + PictureFilters.plain(source, Size.within(source, profile.side())));
        var words = new ArrayList<>(List.of("-map", film));
        words.addAll(PictureCoding.of(
                profile, parts.size() > 1 ? 1 : encoding.ffmpeg().threads()));
        words.addAll(List.of("-g", Long.toString(interval)));
        if (!part.isLast()) {
            words.addAll(List.of("-frames:v", Long.toString(part.count())));
        }
        words.addAll(List.of("-f", "h264", part.file()));
        graph.output(words);
        return graph;
    }

    private Duration length(Part part) {
        return Duration.ofMillis(Math.round(part.count() * 1000 / rate.value()));
    }

    /** As ffmpeg reads times. */
    private String seconds(long pictures) {
        return Math.round(pictures * 1_000_000 / rate.value()) + "us";
    }
}
