package vn.loa.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Files as old office programs wrote them ([MS-CFB]). */
public final class CompoundFiles {
    static final int SECTOR = 512;

    private static final int END = -2;
    private static final int TABLE = -3;
    private static final int FREE = -1;

    private CompoundFiles() {}

    /** A compound file that has these streams and nothing in them: header, table of chains, directory of four entries a sector. */
    public static byte[] of(String... streams) {
        var sectors = (streams.length + 3) / 4;
        var bytes = ByteBuffer.allocate(SECTOR * (2 + sectors)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(0, 0xe11ab1a1e011cfd0L)
                .putShort(30, (short) 9)
                .putInt(48, 1)
                .putInt(68, END);
        for (var listed = 0; listed < 109; listed++) {
            bytes.putInt(76 + 4 * listed, listed == 0 ? 0 : FREE);
        }
        for (var number = 0; number < SECTOR / 4; number++) {
            bytes.putInt(
                    SECTOR + 4 * number,
                    number == 0 ? TABLE : number < sectors ? number + 1 : number == sectors ? END : FREE);
        }
        for (var i = 0; i < streams.length; i++) {
            var at = 2 * SECTOR + 128 * i;
            var name = streams[i].getBytes(StandardCharsets.UTF_16LE);
            bytes.put(at, name);
            bytes.putShort(at + 64, (short) (name.length + 2));
        }
        return bytes.array();
    }
}
