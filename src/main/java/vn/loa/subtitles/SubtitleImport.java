package vn.loa.subtitles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import vn.loa.media.IncomingFile;
import vn.loa.media.Measurement;
import vn.loa.media.MediaAsset;
import vn.loa.media.MediaIngest;

/** Takes in a subtitle or transcript file: its cues for searching and reading, and a clean WebVTT file for players. */
@ApplicationScoped
public class SubtitleImport {
    /** More than the words of a day of talk. */
    static final int MOST_BYTES = 8 << 20;

    @Inject
    private MediaIngest ingest;

    @Inject
    private SubtitleTracks tracks;

    /** @param asset the WebVTT file, in NFC, made from the cues; it ends where the last cue does */
    public record Imported(MediaAsset asset, SubtitleTrack track) {}

    /**
     * Reads a WebVTT file and stores both. All or nothing.
     *
     * @param name as its owner calls it
     * @param language code of the language it is in
     * @throws SubtitlesRefused when it is no WebVTT, too large, or holds no cue
     */
    @Transactional
    public Imported importWebVtt(String name, String language, IncomingFile.Content content) {
        var cues = read(content);
        if (cues.isEmpty()) {
            throw new SubtitlesRefused("There is no cue in " + name);
        }
        var file = WebVtt.write(cues).getBytes(StandardCharsets.UTF_8);
        var end = cues.stream().mapToLong(TimedText::endMillis).max().orElseThrow();
        var measured = new Measurement(null, null, null, Duration.ofMillis(end));
        var asset = ingest.ingest(
                new IncomingFile(name, "text/vtt", "original", () -> new ByteArrayInputStream(file), measured));
        var track = new SubtitleTrack(
                language,
                cues.stream()
                        .map(cue -> new Cue(
                                cue.startMillis(),
                                cue.endMillis(),
                                cue.text().speaker(),
                                cue.text().plain()))
                        .toList());
        tracks.add(track);
        return new Imported(asset, track);
    }

    private static List<TimedText> read(IncomingFile.Content content) {
        try (var in = content.open()) {
            return WebVtt.parse(new Bounded(in));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read subtitles", e);
        }
    }

    /** Stops reading where nobody's subtitles go on. */
    private static final class Bounded extends InputStream {
        private final InputStream in;
        private int left = MOST_BYTES;

        Bounded(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var n = in.read(target, offset, length);
            left -= Math.max(n, 0);
            if (left < 0) {
                throw new SubtitlesRefused("The file is larger than %,d bytes".formatted(MOST_BYTES));
            }
            return n;
        }
    }
}
