package vn.loa.media.transcode;

import java.util.function.IntConsumer;

/** Turns the percentages of parts of an act into those of the whole. Not for several threads. */
final class Span {
    private final Progress progress;
    private int told = -1;

    Span(Progress progress) {
        this.progress = progress;
    }

    /** The part from one percentage of the whole to another. */
    IntConsumer part(int from, int to) {
        return percent -> reach(from + percent * (to - from) / 100);
    }

    void reach(int percent) {
        if (percent > told) {
            told = percent;
            progress.reached(percent);
        }
    }

    void heard(Heard sound) {
        progress.heard(sound);
    }

    void finished(EncodedFile file) {
        progress.finished(file);
    }
}
