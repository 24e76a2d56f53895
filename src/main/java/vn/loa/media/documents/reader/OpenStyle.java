package vn.loa.media.documents.reader;

import org.jspecify.annotations.Nullable;
import vn.loa.media.documents.Alignment;

/** How text looks, as far as it matters here. What is null is as in the style that it is laid upon. */
record OpenStyle(
        @Nullable Alignment alignment,
        @Nullable Boolean bold,
        @Nullable Boolean italic,
        boolean startsPage) {
    static final OpenStyle PLAIN = new OpenStyle(null, null, null, false);

    OpenStyle with(OpenStyle over) {
        return new OpenStyle(
                over.alignment != null ? over.alignment : alignment,
                over.bold != null ? over.bold : bold,
                over.italic != null ? over.italic : italic,
                over.startsPage || startsPage);
    }

    boolean isBold() {
        return Boolean.TRUE.equals(bold);
    }

    boolean isItalic() {
        return Boolean.TRUE.equals(italic);
    }
}
