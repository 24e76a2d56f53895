package vn.loa.home.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Sha256;

/** An answer that can be given again: its fields, and its body compressed once. The few who take nothing compressed have it unpacked. */
final class CachedPage {
    private static final int TAG_DIGITS = 16;
    private static final int OVERHEAD = 1024;

    private final int status;
    private final String contentType;
    private final List<Field> fields;
    private final String tag;
    private final byte[] zipped;
    private final long revision;
    private final long renderedAt;

    /** When something that it says is over; null when nothing of it ends by itself. */
    private final @Nullable Instant ends;

    private volatile long usedAt;
    private volatile boolean usedAgain;
    private volatile long heldUntil;

    /** A field of the answer. */
    record Field(String name, String value) {}

    /**
     * @param revision of the content before the page was rendered
     * @param now of {@link System#nanoTime}, before the page was rendered
     */
    CachedPage(int status, String contentType, List<Field> fields, byte[] body, long revision, long now) {
        this.status = status;
        this.contentType = contentType;
        this.fields = List.copyOf(fields);
        this.tag = tag(body);
        this.zipped = zip(body);
        this.revision = revision;
        this.renderedAt = now;
        this.usedAt = now;
        this.heldUntil = now;
        this.ends = contentType.startsWith("text/html")
                ? Passing.firstEnd(new String(body, StandardCharsets.UTF_8)).orElse(null)
                : null;
    }

    /** The page as it is at a moment: itself, or without what is over by then. It is as old as it was. */
    CachedPage at(Instant moment) {
        if (ends == null || ends.isAfter(moment)) {
            return this;
        }
        var rest = Passing.without(new String(unzip(zipped), StandardCharsets.UTF_8), moment);
        var page = new CachedPage(
                status, contentType, fields, rest.getBytes(StandardCharsets.UTF_8), revision, renderedAt);
        page.usedAt = usedAt;
        page.usedAgain = usedAgain;
        page.heldUntil = heldUntil;
        return page;
    }

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    List<Field> fields() {
        return fields;
    }

    /** The strong entity tag of one encoding. */
    String tag(boolean gzip) {
        return gzip ? '"' + tag + "-gzip\"" : '"' + tag + '"';
    }

    long revision() {
        return revision;
    }

    /** How long ago it was rendered, in nanoseconds. */
    long age(long now) {
        return now - renderedAt;
    }

    /** Makes it good enough until a moment, however old it is. */
    void hold(long until) {
        heldUntil = until;
    }

    boolean isHeld(long now) {
        return now - heldUntil < 0;
    }

    byte[] body(boolean gzip) {
        return gzip ? zipped : unzip(zipped);
    }

    void used(long now) {
        if (now != usedAt) {
            usedAt = now;
            usedAgain = true;
        }
    }

    long usedAt() {
        return usedAt;
    }

    /** Whether anybody came for it after it was rendered: a flood of addresses nobody comes back to must not push it out. */
    boolean isUsedAgain() {
        return usedAgain;
    }

    /** About how much memory it takes, always the same. */
    long weight() {
        return OVERHEAD + zipped.length;
    }

    private static String tag(byte[] body) {
        return Sha256.hex(body).substring(0, TAG_DIGITS);
    }

    static byte[] zip(byte[] body) {
        var zipped = new ByteArrayOutputStream(body.length / 4 + 64);
        try (var out = new GZIPOutputStream(zipped)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
        return zipped.toByteArray();
    }

    private static byte[] unzip(byte[] zipped) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
    }
}
