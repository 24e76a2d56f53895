package vn.loa.media.transcode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.loa.media.transcode.Failure.Reason;

/** Encodes single pictures as AVIF, and as JPEG for phones that do not know it. */
final class PictureEncoding {
    private static final int WORST_AVIF = 63;
    private static final int WORST_JPEG = 31;

    private final Encoding encoding;
    private final PictureProfiles profiles;
    private final FileMeasure measure;

    PictureEncoding(Encoding encoding) {
        this.encoding = encoding;
        this.profiles = encoding.profiles().pictures();
        this.measure = new FileMeasure(encoding.ffmpeg());
    }

    /** All sizes of a foreign picture. */
    void picture() {
        take(encoding.probe().picture().orElseThrow(), PictureNames.PICTURE);
    }

    /** All sizes of the picture that came with a recording, if any. */
    void cover() {
        encoding.probe().cover().ifPresent(cover -> take(cover, PictureNames.COVER));
    }

    private void take(VideoStream picture, String prefix) {
        var widest = profiles.posters().widths().get(profiles.posters().widths().size() - 1);
        var scale = Math.min(1.0, (double) widest / picture.width());
        var size = new Size(Math.max(2, (int) Math.round(picture.width() * scale)), Math.max(2, (int)
                Math.round(picture.height() * scale)));
        try {
            ToneCurve.write(picture.transfer(), encoding.work().path());
        } catch (IOException e) {
            throw new TranscodingFailed(Reason.NO_SPACE, "The tone curve cannot be written: " + e);
        }
        var clean = prefix + ".png";
        var graph = new Graph();
        var words = new ArrayList<>(
                List.of("-map", graph.chain("[0:" + picture.index() + "]", PictureFilters.plain(picture, size))));
        words.addAll(List.of("-frames:v", "1", "-c:v", "png", "-f", "image2", "-update", "1", clean));
        graph.output(words);
        encoding.run(graph, 0, 0);
        sizes(clean, prefix);
    }

    /**
     * All sizes of one of our own pictures; never wider than it is.
     *
     * @param png a file in the folder we work in
     */
    void sizes(String png, String prefix) {
        var most = Objects.requireNonNull(measure.still(encoding.work(), png).width(), "a picture has a width");
        var reached = 0;
        for (var width : profiles.posters().widths()) {
            if (reached < most) {
                reached = Math.min(width, most);
                encode(
                        png,
                        prefix + "-" + width,
                        reached,
                        width == profiles.posters().cardWidth());
            }
        }
    }

    private void encode(String png, String profile, int width, boolean isCard) {
        var posters = profiles.posters();
        encode(png, profile, width, new Avif(posters.avifCrf()), isCard ? posters.cardBytes() : Long.MAX_VALUE);
        encode(png, profile, width, new Jpeg(posters.jpegQuality()), isCard ? posters.cardBytes() : Long.MAX_VALUE);
    }

    /** Ever coarser until it is small enough. */
    private void encode(String png, String profile, int width, Format format, long mostBytes) {
        var name = profile + "." + format.extension();
        for (var next = Optional.of(format); next.isPresent(); next = next.get().coarser()) {
            var words = new ArrayList<>(List.of("-loglevel", "warning", "-i", "file:" + png));
            words.addAll(Encoding.clean());
            words.addAll(List.of(
                    "-vf",
                    "scale=" + width / 2 * 2 + ":-2:flags=lanczos," + next.get().pixels()));
            words.addAll(List.of("-frames:v", "1"));
            words.addAll(next.get().coding());
            words.add(name);
            encoding.ffmpeg()
                    .forOwnFiles()
                    .encode(encoding.work(), encoding.probe().duration(), words, percent -> {});
            if (FileMeasure.size(encoding.work(), name) <= mostBytes) {
                break;
            }
        }
        encoding.finish(
                name,
                profile,
                profiles.version(),
                format.contentType(),
                measure.still(encoding.work(), name),
                Optional.empty(),
                Optional.empty());
    }

    private sealed interface Format {
        String extension();

        String contentType();

        String pixels();

        List<String> coding();

        /** Empty when it is as coarse as can be. */
        Optional<Format> coarser();
    }

    private record Avif(int crf) implements Format {
        @Override
        public String extension() {
            return "avif";
        }

        @Override
        public String contentType() {
            return "image/avif";
        }

        @Override
        public String pixels() {
            return "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p";
        }

        @Override
        public List<String> coding() {
            return List.of(
                    "-c:v",
                    "libaom-av1",
                    "-still-picture",
                    "1",
                    "-crf",
                    Integer.toString(crf),
                    "-cpu-used",
                    "6",
                    "-colorspace",
                    "bt709",
                    "-color_primaries",
                    "bt709",
                    "-color_trc",
                    "iec61966-2-1",
                    "-f",
                    "avif");
        }

        @Override
        public Optional<Format> coarser() {
            return crf >= WORST_AVIF ? Optional.empty() : Optional.of(new Avif(Math.min(WORST_AVIF, crf + 6)));
        }
    }

    private record Jpeg(int quality) implements Format {
        @Override
        public String extension() {
            return "jpg";
        }

        @Override
        public String contentType() {
            return "image/jpeg";
        }

        @Override
        public String pixels() {
            return "scale=out_color_matrix=bt601:out_range=pc,format=yuvj420p";
        }

        @Override
        public List<String> coding() {
            return List.of(
                    "-c:v",
                    "mjpeg",
                    "-q:v",
                    Integer.toString(quality),
                    "-huffman",
                    "optimal",
                    "-f",
                    "image2",
                    "-update",
                    "1");
        }

        @Override
        public Optional<Format> coarser() {
            return quality >= WORST_JPEG ? Optional.empty() : Optional.of(new Jpeg(Math.min(WORST_JPEG, quality + 4)));
        }
    }
}
