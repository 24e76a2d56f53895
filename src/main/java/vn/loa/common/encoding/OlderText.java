package vn.loa.common.encoding;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What bytes say in the encodings of before Unicode: the one whose reading is spelled as Vietnamese is, far better than any other and than the
 * same bytes taken for the letters of western Europe.
 */
record OlderText(TextEncoding encoding, String text, Evidence evidence) {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");

    /** Empty when nothing speaks clearly for one. */
    static Optional<OlderText> of(byte[] bytes) {
        var readings = Stream.of(TextEncoding.WINDOWS_1258, TextEncoding.TCVN3, TextEncoding.VNI)
                .map(encoding -> reading(encoding, bytes))
                .sorted(Comparator.comparingDouble((OlderText reading) -> reading.evidence.share())
                        .reversed())
                .toList();
        var best = readings.get(0);
        var western = Evidence.in(new String(bytes, WINDOWS_1252));
        return best.evidence.convincesAgainst(readings.get(1).evidence) && best.evidence.convincesAgainst(western)
                ? Optional.of(best)
                : Optional.empty();
    }

    private static OlderText reading(TextEncoding encoding, byte[] bytes) {
        var text = decode(encoding, bytes);
        return new OlderText(encoding, text, Evidence.in(text));
    }

    static String decode(TextEncoding encoding, byte[] bytes) {
        return switch (encoding) {
            case TCVN3 -> Tcvn3.decode(bytes);
            case VNI -> Vni.decode(bytes);
            case WINDOWS_1258 -> Normalizer.normalize(new String(bytes, WINDOWS_1258), Normalizer.Form.NFC);
            case UTF_8, UTF_16LE, UTF_16BE -> throw new IllegalArgumentException("Unicode: " + encoding);
        };
    }
}
