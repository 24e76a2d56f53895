package vn.loa.media.transcode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The shape of a sound, for drawing: the lowest and the highest sample of each stretch. Written in the JSON form of BBC's audiowaveform (version 2, 8
 * bits, one channel), scaled so that the loudest moment reaches the edge. Fed by one thread; read when all is there.
 */
final class Waveform {
    private final int stretch;
    private final int most;
    private final List<int[]> stretches = new ArrayList<>();
    private int low;
    private int high;
    private int inStretch;

    /**
     * @param length of the sound
     * @param points how many stretches at most
     */
    Waveform(Duration length, int points) {
        var samples = Math.max(1, length.toMillis() * LoudnessMeter.RATE / 1000);
        this.stretch = (int) Math.max(1, (samples + points - 1) / points);
        this.most = points;
    }

    /** The next sample. */
    void take(int value) {
        low = Math.min(low, value);
        high = Math.max(high, value);
        if (++inStretch == stretch) {
            end();
        }
    }

    private void end() {
        if (stretches.size() < most) {
            stretches.add(new int[] {low, high});
        }
        low = 0;
        high = 0;
        inStretch = 0;
    }

    /** For a file of its own. */
    String json() {
        if (inStretch > 0) {
            end();
        }
        var loudest = stretches.stream()
                .mapToInt(pair -> Math.max(-pair[0], pair[1]))
                .max()
                .orElse(0);
        var data = new StringBuilder();
        for (var pair : stretches) {
            data.append(data.isEmpty() ? "" : ",")
                    .append(scaled(pair[0], loudest))
                    .append(',')
                    .append(scaled(pair[1], loudest));
        }
        return "{\"version\":2,\"channels\":1,\"sample_rate\":%d,\"samples_per_pixel\":%d,\"bits\":8,\"length\":%d,\"data\":[%s]}"
                .formatted(LoudnessMeter.RATE, stretch, stretches.size(), data);
    }

    private static int scaled(int value, int loudest) {
        return loudest == 0 ? 0 : Math.round(value * 127f / loudest);
    }
}
