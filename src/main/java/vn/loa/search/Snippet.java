package vn.loa.search;

/** A passage with the found words marked, safe to put into a page. */
final class Snippet {
    /** What the search server puts around a found word: characters that no text of ours contains. */
    static final String OPEN = "\uE000";

    static final String CLOSE = "\uE001";

    private Snippet() {}

    /** The text without characters that could be taken for the marks. */
    static String withoutMarkers(String text) {
        return text.replace(OPEN, "").replace(CLOSE, "");
    }

    /** HTML with {@code <mark>} around the found words, everything else escaped, and dots where the passage was cut. */
    static String html(String passage) {
        var text = passage.strip();
        if (!text.isEmpty() && Character.isLowerCase(withoutMarkers(text).codePointAt(0))) {
            text = "… " + text;
        }
        if (!text.isEmpty()
                && ".!?…:;"
                                .indexOf(withoutMarkers(text)
                                        .charAt(withoutMarkers(text).length() - 1))
                        < 0) {
            text = text + " …";
        }
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace(OPEN, "<mark>")
                .replace(CLOSE, "</mark>");
    }
}
