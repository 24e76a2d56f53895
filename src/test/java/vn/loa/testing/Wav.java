package vn.loa.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Sounds that need no program to be made. */
public final class Wav {
    private static final int RATE = 8_000;
    private static final int HEADER = 44;
    private static final int LOUD = 8_000;
    private static final int TONE = 330;

    private Wav() {}

    /** A tone of so many seconds, as the bytes of a WAV file of one channel. */
    public static byte[] of(int seconds) {
        var samples = seconds * RATE;
        var bytes = ByteBuffer.allocate(HEADER + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(ascii("RIFF")).putInt(HEADER - 8 + 2 * samples);
        bytes.put(ascii("WAVEfmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        bytes.putInt(RATE).putInt(2 * RATE).putShort((short) 2).putShort((short) 16);
        bytes.put(ascii("data")).putInt(2 * samples);
        for (var i = 0; i < samples; i++) {
            bytes.putShort((short) (LOUD * Math.sin(2 * Math.PI * TONE * i / RATE)));
        }
        return bytes.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
