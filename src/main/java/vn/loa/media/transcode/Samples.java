package vn.loa.media.transcode;

import java.util.function.IntConsumer;

/** Puts bytes together to samples of 16 bits, little-endian, wherever the pieces are cut. For one thread. */
final class Samples {
    private final IntConsumer taken;
    private int half = -1;

    Samples(IntConsumer taken) {
        this.taken = taken;
    }

    void take(byte[] bytes, int length) {
        for (var i = 0; i < length; i++) {
            if (half < 0) {
                half = bytes[i] & 0xff;
            } else {
                taken.accept((short) (bytes[i] << 8 | half));
                half = -1;
            }
        }
    }
}
