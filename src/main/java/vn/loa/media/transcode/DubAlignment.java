package vn.loa.media.transcode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.loa.media.FileFormat;

/**
 * Finds by how much a dub is shifted against its film, from what both have in common: music and noises rise and fall at the same moments. Compares how
 * loud they are every 20 ms.
 */
final class DubAlignment {
    private static final int STEP_MILLIS = 20;
    private static final int MOST_STEPS = 10_000 / STEP_MILLIS;

    /** Two voices that say the same in two languages agree less than this, a shared track of music more. */
    private static final double CONFIDENT = 0.5;

    /** Music that repeats itself agrees with itself bar by bar: what is not better by this than all other places is no answer. */
    private static final double CLEAR = 0.05;

    /** Places that are no other places. */
    private static final int SAME_STEPS = 200 / STEP_MILLIS;

    private final Ffmpeg ffmpeg;

    DubAlignment(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg.forOwnFiles();
    }

    /**
     * Empty when they have too little in common to tell, when that repeats itself, or when one of them has no sound.
     *
     * @param dub brought to the same loudness and encoded in the same way as the film's own sound, so that only what is heard differs
     */
    Optional<Duration> offset(Path film, Path dub, Path folder) {
        var original = envelope(film, folder);
        var replaced = envelope(dub, folder);
        return original.isEmpty() || replaced.isEmpty()
                ? Optional.empty()
                : shift(original.get(), replaced.get()).map(steps -> Duration.ofMillis((long) steps * STEP_MILLIS));
    }

    /** Empty without sound. */
    private Optional<Envelope> envelope(Path file, Path folder) {
        var source = new Source(file, FileFormat.MP4);
        var probe = new Prober(ffmpeg, SourceLimits.USUAL).probe(source, folder).fold(found -> found, failure -> {
            throw new TranscodingFailed(failure.ofOwnFile());
        });
        return probe.mainAudio().map(audio -> {
            var envelope = new Envelope(LoudnessMeter.RATE * STEP_MILLIS / 1000);
            try (var work = WorkFolder.in(folder, source)) {
                new LoudnessMeter(ffmpeg)
                        .measure(
                                work,
                                Demuxer.input(source, SourceLimits.USUAL),
                                "0:" + audio.index(),
                                probe.duration(),
                                envelope::take);
            }
            return envelope;
        });
    }

    /** By how many steps the second is later. */
    static Optional<Integer> shift(Envelope first, Envelope second) {
        var a = first.centred();
        var b = second.centred();
        var likenesses = new double[2 * MOST_STEPS + 1];
        for (var shift = -MOST_STEPS; shift <= MOST_STEPS; shift++) {
            likenesses[shift + MOST_STEPS] = likeness(a, b, shift);
        }
        var steps = IntStream.range(0, likenesses.length).boxed();
        var best =
                steps.max(Comparator.comparingDouble(step -> likenesses[step])).orElseThrow();
        var other = IntStream.range(0, likenesses.length)
                .filter(step -> Math.abs(step - best) > SAME_STEPS)
                .mapToDouble(step -> likenesses[step])
                .max()
                .orElse(0);
        return likenesses[best] >= CONFIDENT && likenesses[best] - other >= CLEAR
                ? Optional.of(best - MOST_STEPS)
                : Optional.empty();
    }

    /** Correlation of a[i] with b[i + shift], from -1 to 1; none when they hardly overlap. */
    private static double likeness(float[] a, float[] b, int shift) {
        var from = Math.max(0, -shift);
        var to = Math.min(a.length, b.length - shift);
        if (to - from < Math.min(a.length, b.length) / 2) {
            return 0;
        }
        double both = 0;
        double ofA = 0;
        double ofB = 0;
        for (var i = from; i < to; i++) {
            both += a[i] * b[i + shift];
            ofA += a[i] * a[i];
            ofB += b[i + shift] * b[i + shift];
        }
        return ofA == 0 || ofB == 0 ? 0 : both / Math.sqrt(ofA * ofB);
    }
}
