package vn.loa.media.transcode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.loa.media.FileFormat;
import vn.loa.media.transcode.Failure.Reason;

/** Looks at foreign files and refuses those that cannot become anything. Safe for use by many threads. */
public final class Prober {
    private static final List<String> ENTRIES = List.of(
            "format=duration,nb_streams",
            "stream=index,codec_type,codec_name,codec_tag_string,width,height,sample_aspect_ratio,r_frame_rate,avg_frame_rate,"
                    + "field_order,color_space,color_transfer,channels",
            "stream_disposition=default,attached_pic,timed_thumbnails",
            "stream_side_data=side_data_type,rotation");

    private static final Set<FileFormat> COUNTING = Set.of(FileFormat.FLAC, FileFormat.AIFF);

    /** Of a film: the smallest has 12 pictures a second, and of less than half of one nothing is left. */
    private static final Duration SHORTEST_FILM = Duration.ofMillis(50);

    private static final Duration HONEST = Duration.ofMillis(500);

    private final Ffmpeg ffmpeg;
    private final SourceLimits limits;

    public Prober(Ffmpeg ffmpeg, SourceLimits limits) {
        this.ffmpeg = ffmpeg;
        this.limits = limits;
    }

    /**
     * What a file is. Reads all of it, but decodes next to nothing.
     *
     * @param folder for temporary files, all of which are gone when this returns
     */
    public Outcome<Probe> probe(Source source, Path folder) {
        try {
            return new Outcome.Done<>(examine(source, folder));
        } catch (TranscodingFailed e) {
            return new Outcome.Failed<>(e.failure());
        }
    }

    private Probe examine(Source source, Path folder) {
        requireContent(source);
        if (source.format() == FileFormat.AVI) {
            RiffHeader.requireWhole(source);
        }
        var input = Demuxer.input(source, limits);
        try (var work = WorkFolder.in(folder, source)) {
            if (Demuxer.of(source.format()).equals(Optional.of(Demuxer.MOV))
                    && MovEncryption.isIn(work.source().file())) {
                throw new TranscodingFailed(Reason.ENCRYPTED, "A stream is protected");
            }
            var streams = streams(work, input);
            streams.refuse(limits);
            var found = new Probe(
                    source.format(),
                    Duration.ZERO,
                    streams.picture(),
                    streams.audio(),
                    streams.cover(),
                    Optional.empty());
            return isStill(source.format()) ? found : counted(work, input, streams, found);
        }
    }

    private static void requireContent(Source source) {
        if (source.size() == 0) {
            throw new TranscodingFailed(Reason.EMPTY, "It has no bytes");
        }
    }

    private StreamListing streams(WorkFolder work, List<String> input) {
        var words = new ArrayList<>(
                List.of("-loglevel", "error", "-of", "json", "-show_entries", String.join(":", ENTRIES)));
        words.addAll(input);
        var looked = ffmpeg.look(work, words);
        // A cover of such a size is only mentioned; of a transport stream with more streams the reader loses pictures
        // of those that it takes.
        for (var mentioned : List.of(Reason.PICTURE_TOO_LARGE, Reason.TOO_MANY_STREAMS)) {
            if (FailureReading.says(looked.lines(), mentioned)) {
                throw new TranscodingFailed(mentioned, String.join(" | ", looked.lines()));
            }
        }
        return StreamListing.read(looked.printed());
    }

    /** All packets of what will be encoded are counted, because headers may lie. */
    private Probe counted(WorkFolder work, List<String> input, StreamListing streams, Probe found) {
        var words = new ArrayList<>(List.of("-loglevel", "warning"));
        words.addAll(input);
        found.picture().ifPresent(video -> words.addAll(List.of("-map", "0:" + video.index())));
        found.mainAudio().ifPresent(audio -> words.addAll(List.of("-map", "0:" + audio.index())));
        words.addAll(List.of("-c", "copy", "-f", "null", "-"));
        var counted = ffmpeg.count(work, limits.duration(), words);
        if (counted.isTruncated() || isCutShort(found.format(), streams.claimed(), counted.length())) {
            throw new TranscodingFailed(
                    Reason.TRUNCATED, "It says " + streams.claimed() + ", but ends after " + counted.length());
        }
        if (counted.length().compareTo(limits.duration()) > 0) {
            throw new TranscodingFailed(Reason.TOO_LONG, "It lasts " + counted.length());
        }
        if (counted.length().isZero()) {
            throw new TranscodingFailed(Reason.TOO_SHORT, "It lasts no time");
        }
        // Where the header tells the truth it is more exact: it counts how long the last frame stays.
        var length = streams.claimed()
                .filter(said -> said.minus(counted.length()).abs().compareTo(HONEST) <= 0)
                .orElse(counted.length());
        requireMotion(found, length, counted.frames());
        return found.counted(length, counted.frames());
    }

    /** A picture that stands still beside a sound is seen as long as that is heard; alone it is no film. */
    private static void requireMotion(Probe found, Duration length, long frames) {
        if (found.picture().isPresent()
                && (length.compareTo(SHORTEST_FILM) < 0
                        || frames == 1 && found.mainAudio().isEmpty())) {
            throw new TranscodingFailed(Reason.TOO_SHORT, "Its picture has %d frames in %s".formatted(frames, length));
        }
    }

    /** Some say in their header how much there is, and nobody edits them without saying it anew. */
    private static boolean isCutShort(FileFormat format, Optional<Duration> claimed, Duration counted) {
        return COUNTING.contains(format)
                && claimed.filter(said -> counted.plusSeconds(1).compareTo(said) < 0)
                        .isPresent();
    }

    private static boolean isStill(FileFormat format) {
        return switch (format) {
            case JPEG, PNG, WEBP, GIF, AVIF -> true;
            default -> false;
        };
    }
}
