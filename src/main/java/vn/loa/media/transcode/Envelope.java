package vn.loa.media.transcode;

import java.util.Arrays;

/** How loud a sound is, step by step. Fed by one thread; read when all is there. */
final class Envelope {
    private final int step;
    private float[] levels = new float[1024];
    private int count;
    private double sum;
    private int inStep;

    /** @param step in samples */
    Envelope(int step) {
        this.step = step;
    }

    /** The next sample. */
    void take(int value) {
        sum += (double) value * value;
        if (++inStep == step) {
            if (count == levels.length) {
                levels = Arrays.copyOf(levels, count * 2);
            }
            levels[count++] = (float) Math.log10(1 + sum / step);
            sum = 0;
            inStep = 0;
        }
    }

    /** Levels in tenths of dB, nearly, around their mean. */
    float[] centred() {
        var mean = 0.0;
        for (var i = 0; i < count; i++) {
            mean += levels[i] / count;
        }
        var centred = new float[count];
        for (var i = 0; i < count; i++) {
            centred[i] = (float) (levels[i] - mean);
        }
        return centred;
    }
}
