package vn.loa.media;

import java.util.stream.IntStream;

/**
 * The first bytes of a file, to compare with; there is nothing past their end.
 *
 * @param bytes of which nobody else holds the array
 */
record FileHead(byte[] bytes) {
    private static final int TRANSPORT_PACKET = 188;

    /** With four bytes of arrival time before each, as cameras and discs have it. */
    private static final int TIMED_PACKET = 192;

    /** With sixteen bytes for correction behind each, as broadcasters have it. */
    private static final int CORRECTED_PACKET = 204;

    /** Of the flags of a page of Ogg: it begins a stream. */
    private static final int OGG_BEGINS = 2;

    /** Where a page of Ogg says how many lengths follow, whose sum is that of what it carries. */
    private static final int OGG_SEGMENTS = 26;

    /** Fewer may look like packets by chance. */
    private static final int CERTAIN_PACKETS = 5;

    /** -1 past the end. */
    int at(int index) {
        return index < bytes.length ? bytes[index] & 0xff : -1;
    }

    boolean has(int from, String ascii) {
        return has(from, ascii.chars().toArray());
    }

    boolean has(int from, int... wanted) {
        for (var i = 0; i < wanted.length; i++) {
            if (at(from + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** ISO/IEC 11172-3: eleven bits of synchronisation, layer III, no forbidden bit rate or sampling rate. */
    boolean isMpegLayer3Frame() {
        return at(0) == 0xff
                && (at(1) & 0xe6) == 0xe2
                && (at(1) & 0x18) != 0x08
                && (at(2) & 0xf0) != 0xf0
                && (at(2) & 0x0c) != 0x0c;
    }

    /** A pack header of ISO/IEC 13818-1, chapter 2.5.3.3, or of ISO/IEC 11172-1 before it. */
    boolean isMpegProgram() {
        return has(0, 0, 0, 1, 0xba) && ((at(4) & 0xc4) == 0x44 || (at(4) & 0xf1) == 0x21);
    }

    /** Packets of ISO/IEC 13818-1, chapter 2.4.3.2, one after the other from the beginning. */
    boolean isMpegTransport() {
        return hasPackets(0, TRANSPORT_PACKET) || hasPackets(4, TIMED_PACKET) || hasPackets(0, CORRECTED_PACKET);
    }

    private boolean hasPackets(int first, int length) {
        return IntStream.range(0, CERTAIN_PACKETS)
                .map(i -> first + i * length)
                // The byte of synchronisation, and something in the packet: 00 is reserved.
                .allMatch(packet -> at(packet) == 0x47 && (at(packet + 3) & 0x30) != 0);
    }

    /** An Ogg stream (RFC 3533) one of whose first pages, which all stand before everything else, begins something that is seen. */
    boolean isOggFilm() {
        var page = 0;
        while (has(page, "OggS") && (at(page + 5) & OGG_BEGINS) != 0) {
            var segments = at(page + OGG_SEGMENTS);
            if (segments < 0) {
                return false;
            }
            var packet = page + OGG_SEGMENTS + 1 + segments;
            if (isOggPicture(packet)) {
                return true;
            }
            var lengths = page + OGG_SEGMENTS + 1;
            page = packet
                    + IntStream.range(lengths, packet)
                            .map(this::at)
                            .filter(length -> length > 0)
                            .sum();
        }
        return false;
    }

    /** The identification header of Theora, VP8 or Dirac, or of a stream of the older OGM. */
    private boolean isOggPicture(int from) {
        return has(from, 0x80, 't', 'h', 'e', 'o', 'r', 'a')
                || has(from, "OVP80")
                || has(from, "BBCD")
                || has(from, 1, 'v', 'i', 'd', 'e', 'o');
    }

    /** The file signature of WebVTT, chapter 4.1. */
    boolean isWebVtt() {
        var from = has(0, 0xef, 0xbb, 0xbf) ? 3 : 0;
        if (!has(from, "WEBVTT")) {
            return false;
        }
        var next = at(from + 6);
        return next == -1 || next == ' ' || next == '\t' || next == '\n' || next == '\r';
    }
}
