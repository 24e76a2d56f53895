package vn.loa.media.transcode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds by how much a dub is shifted against its film, from what both have in common: music and noises rise and fall at the same moments. Compares how
 * loud they are every 20 ms.
 */
final class DubAlignment {
    private static final int STEP_MILLIS = 20;
    private static final int MOST_STEPS = 10_000 / STEP_MILLIS;

    /** Two voices that say the same in two languages agree less than this, a shared track of music more. */
    private static final double CONFIDENT = 0.5;

    private final Ffmpeg ffmpeg;

    DubAlignment(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** Empty when they have too little in common to tell. */
    Optional<Duration> offset(Source dub, Probe dubProbe, Source film, Probe filmProbe, Path folder) {
        if (filmProbe.mainAudio().isEmpty()) {
            return Optional.empty();
        }
        return shift(envelope(film, filmProbe, folder), envelope(dub, dubProbe, folder))
                .map(steps -> Duration.ofMillis((long) steps * STEP_MILLIS));
    }

    private Envelope envelope(Source source, Probe probe, Path folder) {
        var envelope = new Envelope(LoudnessMeter.RATE * STEP_MILLIS / 1000);
        try (var work = WorkFolder.in(folder, source)) {
            new LoudnessMeter(ffmpeg)
                    .measure(
                            work,
                            Demuxer.input(source, SourceLimits.USUAL),
                            "0:" + probe.mainAudio().orElseThrow().index(),
                            probe.duration(),
                            envelope::take);
        }
        return envelope;
    }

    /** By how many steps the second is later. */
    static Optional<Integer> shift(Envelope first, Envelope second) {
        var a = first.centred();
        var b = second.centred();
        var best = 0;
        var bestLikeness = 0.0;
        for (var shift = -MOST_STEPS; shift <= MOST_STEPS; shift++) {
            var likeness = likeness(a, b, shift);
            if (likeness > bestLikeness) {
                bestLikeness = likeness;
                best = shift;
            }
        }
        return bestLikeness >= CONFIDENT ? Optional.of(best) : Optional.empty();
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
