package vn.loa.subtitles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.encoding.TextEncoding;
import vn.loa.media.IncomingFile;
import vn.loa.media.Measurement;
import vn.loa.media.MediaAsset;
import vn.loa.media.MediaIngest;
import vn.loa.subtitles.SubtitlesRefused.Reason;

/** Takes in a subtitle or transcript file: its cues for searching and reading, and a clean WebVTT file for players. */
@ApplicationScoped
public class SubtitleImport {
    /** Of the WebVTT file among the renditions of its asset. */
    public static final String PROFILE = "subtitles";

    /**
     * Read and kept at the same time: each takes a multiple of its size of memory, until its bytes are in the store. That takes a second, unless the
     * storage is slow.
     */
    static final int AT_ONCE = 2;

    /** Longer nobody keeps a thread of the server waiting. */
    private static final Duration PATIENCE = Duration.ofSeconds(SubtitlesBusy.SECONDS);

    /** In the order in which they came. */
    final Semaphore places = new Semaphore(AT_ONCE, true);

    /** How long somebody waits for a place. */
    Duration patience = PATIENCE;

    @Inject
    private MediaIngest ingest;

    @Inject
    private SubtitleTracks tracks;

    /** What came of reading. */
    public sealed interface Outcome {}

    /** It can be read, and its bytes are kept. */
    public static final class Read implements Outcome {
        private final String language;
        private final MediaIngest.KeptText kept;
        private final SubtitleFile file;
        private final List<SubtitleWarning> warnings;

        private Read(String language, MediaIngest.KeptText kept, SubtitleFile file, List<SubtitleWarning> warnings) {
            this.language = language;
            this.kept = kept;
            this.file = file;
            this.warnings = warnings;
        }
    }

    /**
     * It is stored.
     *
     * @param asset the file as it came is its master; its one rendition is WebVTT in NFC, which ends where the last cue does
     */
    public record Imported(MediaAsset asset, SubtitleTrack track, TextEncoding encoding, SubtitleFormat format) {}

    /**
     * Nothing is stored.
     *
     * @param line of the file, from 1; 0 when it is about the whole
     * @param detail for logs, in English
     */
    public record Refused(Reason reason, int line, String detail) implements Outcome {}

    /**
     * Reads a WebVTT, SubRip, SBV, ASS or SSA file and keeps its bytes; not within a transaction. Keeps the file in memory, which is bounded:
     * whoever comes while {@value #AT_ONCE} are read waits for one to end, but not for long.
     *
     * @param name as its owner calls it; tells nothing about its format
     * @param language code of the language it is in
     * @param film how long the work is; null when nobody knows
     * @throws UncheckedIOException when the file cannot be read
     * @throws vn.loa.media.StorageAway when it cannot be kept
     * @throws SubtitlesBusy when others take their time
     */
    public Outcome read(String name, String language, IncomingFile.Content content, @Nullable Duration film) {
        takePlace();
        try {
            return read(name, language, bytes(name, content), film);
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SubtitlesBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SubtitlesBusy();
        }
    }

    private Outcome read(String name, String language, byte[] bytes, @Nullable Duration film) {
        try {
            var file = SubtitleFile.read(bytes, language);
            var warnings = Stream.concat(file.warnings().stream(), Proofreading.of(file.cues(), film).stream())
                    .toList();
            return new Read(language, keep(name, bytes, file), file, warnings);
        } catch (SubtitlesRefused e) {
            return new Refused(e.reason(), e.line(), name + ": " + e.getMessage());
        }
    }

    /**
     * Keeps the bytes of subtitles that were written here; not within a transaction. {@link #store} takes them in like a file.
     *
     * @param cues in order of time, each of which says something; at least one
     * @param film how long the work is; null when nobody knows
     * @throws vn.loa.media.StorageAway when they cannot be kept
     */
    public Read written(String name, String language, List<TimedText> cues, @Nullable Duration film) {
        var file = new SubtitleFile(SubtitleFormat.WEBVTT, TextEncoding.UTF_8, cues, List.of());
        var bytes = WebVtt.write(cues).getBytes(StandardCharsets.UTF_8);
        return new Read(language, keep(name, bytes, file), file, Proofreading.of(cues, film));
    }

    private MediaIngest.KeptText keep(String name, byte[] master, SubtitleFile file) {
        var vtt = WebVtt.write(file.cues()).getBytes(StandardCharsets.UTF_8);
        var end = file.cues().stream().mapToLong(TimedText::endMillis).max().orElseThrow();
        var measured = new Measurement(null, null, null, Duration.ofMillis(end));
        return ingest.keepText(
                name,
                master,
                new IncomingFile(name, "text/vtt", PROFILE, () -> new ByteArrayInputStream(vtt), measured));
    }

    /** Stores what was read: the file, its cues and their WebVTT. */
    @Transactional
    public Imported store(Read read) {
        var asset = ingest.ingest(read.kept);
        var track = new SubtitleTrack(
                read.language, read.file.cues().stream().map(Cue::new).toList(), read.warnings);
        tracks.add(track);
        return new Imported(asset, track, read.file.encoding(), read.file.format());
    }

    /** One byte more than is taken, so that it is noticed. */
    private static byte[] bytes(String name, IncomingFile.Content content) {
        try (var in = content.open()) {
            return in.readNBytes(SubtitleFile.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
