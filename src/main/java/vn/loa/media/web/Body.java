package vn.loa.media.web;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.media.BlobContent;

/** The bytes of an answer: stretches of a blob, with the heads of a multipart answer between them. Read once, by one thread at a time. */
final class Body implements Closeable {
    private final BlobContent content;
    private final Deque<Piece> left = new ArrayDeque<>();
    private long length;

    /** Either text or a stretch of the blob. */
    private record Piece(byte @Nullable [] text, long from, long length) {}

    private Body(BlobContent content) {
        this.content = content;
    }

    /** One stretch, or nothing of an empty blob. */
    static Body of(BlobContent content, long from, long length) {
        var body = new Body(content);
        if (length > 0) {
            body.add(new Piece(null, from, length));
        }
        return body;
    }

    /** Several stretches as {@code multipart/byteranges}. */
    static Body multipart(BlobContent content, List<ByteRange> ranges, String contentType, String boundary) {
        var body = new Body(content);
        for (var range : ranges) {
            body.add("--" + boundary + "\r\nContent-Type: " + contentType + "\r\nContent-Range: "
                    + range.of(content.size()) + "\r\n\r\n");
            body.add(new Piece(null, range.first(), range.length()));
            body.add("\r\n");
        }
        body.add("--" + boundary + "--\r\n");
        return body;
    }

    private void add(String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        add(new Piece(bytes, 0, bytes.length));
    }

    private void add(Piece piece) {
        left.add(piece);
        length += piece.length();
    }

    /** Of all together, in bytes. */
    long length() {
        return length;
    }

    /**
     * Takes the next bytes, as many as there is room for if there are so many.
     *
     * @return how many; -1 when all have been taken
     */
    int take(byte[] target) throws IOException {
        var taken = 0;
        while (taken < target.length && !left.isEmpty()) {
            taken += take(left.pop(), target, taken);
        }
        return taken == 0 ? -1 : taken;
    }

    private int take(Piece piece, byte[] target, int offset) throws IOException {
        var room = (int) Math.min(target.length - offset, piece.length());
        var text = piece.text();
        int n;
        if (text == null) {
            n = content.read(piece.from(), target, offset, room);
            if (n < 0) {
                throw new EOFException("The blob ends before its size");
            }
        } else {
            n = room;
            System.arraycopy(text, (int) piece.from(), target, offset, n);
        }
        if (n < piece.length()) {
            left.push(new Piece(text, piece.from() + n, piece.length() - n));
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
