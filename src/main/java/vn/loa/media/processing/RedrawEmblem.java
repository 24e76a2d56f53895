package vn.loa.media.processing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.media.FileFormat;
import vn.loa.media.MediaRefused;
import vn.loa.media.SniffedType;
import vn.loa.media.transcode.EncodedFile;
import vn.loa.media.transcode.Failure;
import vn.loa.media.transcode.FfmpegMissing;
import vn.loa.media.transcode.Outcome;
import vn.loa.media.transcode.Source;

/**
 * Draws the picture that somebody sends as the emblem of the portal anew, in the sandbox for foreign files, while they wait: it is one small picture. What is shown
 * to people are the bytes that were made here.
 */
@ApplicationScoped
public class RedrawEmblem {
    /** Of what is sent. */
    public static final int MOST_BYTES = 2 << 20;

    /** In bytes, of what was drawn: only what is no emblem but a photograph, or noise, is heavier. */
    private static final int HEAVIEST_PAGE = 16_000;

    private static final int HEAVIEST_LARGE = 1 << 20;

    private static final Logger LOG = System.getLogger(RedrawEmblem.class.getName());
    private static final Set<FileFormat> TAKEN = EnumSet.of(FileFormat.PNG, FileFormat.JPEG, FileFormat.WEBP);

    @Inject
    private EncodingTools tools;

    /**
     * PNG, all of them.
     *
     * @param page for the head of pages, at most 440 by 88 pixels and, as a rule, 12 kB
     * @param icon in a square of at most 48 pixels, at most 2 kB
     * @param small in a square of 192 pixels
     * @param large in a square of 512 pixels
     * @param width of {@code page}, in pixels, as {@code height}
     */
    public record Emblem(byte[] page, byte[] icon, byte[] small, byte[] large, int width, int height) {}

    /** What came of it. */
    public sealed interface Redrawn {
        record Done(Emblem emblem) implements Redrawn {}

        /** @param code of the message {@code look.sent.} or {@code media.trouble.} that says why */
        record Refused(String code) implements Redrawn {}
    }

    /** @param name as its owner calls it; for the log */
    public Redrawn redraw(String name, byte[] content) {
        try {
            var folder = Files.createTempDirectory("loa-emblem");
            try {
                return redraw(name, content, folder);
            } finally {
                WorkFolder.deleteAll(folder);
            }
        } catch (MediaRefused refused) {
            return new Redrawn.Refused(refused.code());
        } catch (FfmpegMissing missing) {
            return new Redrawn.Refused("no-encoder");
        } catch (IOException e) {
            throw new UncheckedIOException("An emblem cannot be drawn", e);
        }
    }

    private Redrawn redraw(String name, byte[] content, Path folder) throws IOException {
        var file = Files.write(folder.resolve("sent"), content);
        var format = SniffedType.of(name, null, file).format();
        if (!TAKEN.contains(format)) {
            return new Redrawn.Refused("not-a-logo");
        }
        var source = new Source(file, format);
        var drawn = Files.createDirectory(folder.resolve("drawn"));
        var probed = tools.prober().probe(source, folder);
        var files = probed.fold(
                probe -> probe.picture().isEmpty()
                        ? new Outcome.Failed<List<EncodedFile>>(
                                new Failure(Failure.Reason.NO_STREAMS, "There is no picture"))
                        : tools.encoder().emblem(source, probe, drawn),
                failure -> new Outcome.Failed<List<EncodedFile>>(failure));
        if (files instanceof Outcome.Failed<List<EncodedFile>> failed) {
            LOG.log(Level.INFO, "An emblem is refused: {0}", failed.failure());
            return new Redrawn.Refused(failed.failure().reason().code());
        }
        var page = ((Outcome.Done<List<EncodedFile>>) files)
                .value().stream()
                        .filter(made -> made.profile().equals("page"))
                        .findFirst()
                        .orElseThrow();
        var emblem = new Emblem(
                Files.readAllBytes(page.path()),
                Files.readAllBytes(drawn.resolve("icon.png")),
                Files.readAllBytes(drawn.resolve("square-192.png")),
                Files.readAllBytes(drawn.resolve("square-512.png")),
                number(page.measurement().width()),
                number(page.measurement().height()));
        return emblem.page().length > HEAVIEST_PAGE || emblem.large().length > HEAVIEST_LARGE
                ? new Redrawn.Refused("too-heavy")
                : new Redrawn.Done(emblem);
    }

    private static int number(@Nullable Integer measured) {
        if (measured == null) {
            throw new IllegalStateException("A picture without a size");
        }
        return measured;
    }
}
