package vn.loa.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The smallest documents that are sound. */
public final class Pdf {
    private static final String[] PAGE = {
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>"
    };

    private Pdf() {}

    /** One of an empty page. @param remark of one line, that makes it another than the others */
    public static byte[] of(String remark) {
        return of(remark, PAGE);
    }

    /** One of these objects, of which the first is the catalogue. */
    public static byte[] of(String remark, String... objects) {
        return of(remark, Stream.of(objects).map(Pdf::bytes).toList());
    }

    /** One of an empty page, with other bytes in it that mean nothing. */
    public static byte[] around(byte[] data) {
        var stream = new ByteArrayOutputStream();
        stream.writeBytes(bytes("<</Length %d>>stream\n".formatted(data.length)));
        stream.writeBytes(data);
        stream.writeBytes(bytes("\nendstream"));
        return of(
                "x",
                Stream.concat(Stream.of(PAGE).map(Pdf::bytes), Stream.of(stream.toByteArray()))
                        .toList());
    }

    private static byte[] of(String remark, List<byte[]> objects) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(bytes("%PDF-1.7\n%" + remark + "\n"));
        List<Integer> places = new ArrayList<>();
        for (var object : objects) {
            places.add(all.size());
            all.writeBytes(bytes(places.size() + " 0 obj\n"));
            all.writeBytes(object);
            all.writeBytes(bytes("\nendobj\n"));
        }
        var table = all.size();
        all.writeBytes(bytes("xref\n0 %d\n0000000000 65535 f \n".formatted(objects.size() + 1)));
        places.forEach(place -> all.writeBytes(bytes("%010d 00000 n \n".formatted(place))));
        all.writeBytes(bytes(
                "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n".formatted(objects.size() + 1, table)));
        return all.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
