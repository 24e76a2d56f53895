package vn.loa.accounts.web;

import io.nayuki.qrcodegen.QrCode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A QR code (ISO/IEC 18004) as a picture in a page, without a file.
 *
 * @param side of the square with its quiet zone, in modules
 * @param path of SVG that paints the dark modules
 */
public record QrPicture(int side, String path) {
    /** Four modules around it stay light. */
    private static final int QUIET = 4;

    static QrPicture of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = IntStream.range(0, code.size)
                .boxed()
                .flatMap(y -> IntStream.range(0, code.size)
                        .filter(x -> code.getModule(x, y))
                        .mapToObj(x -> "M" + (x + QUIET) + " " + (y + QUIET) + "h1v1h-1z"))
                .collect(Collectors.joining());
        return new QrPicture(code.size + 2 * QUIET, path);
    }
}
