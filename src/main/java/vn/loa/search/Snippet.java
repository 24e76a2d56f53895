package vn.loa.search;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A passage with the found words marked, safe to put into a page.
 *
 * @param language its code
 */
record Snippet(String html, String language) {
    /** What the search server puts around a found word: characters that no text of ours contains. */
    static final String OPEN = "\uE000";

    static final String CLOSE = "\uE001";

    private static final Pattern LINE_AFTER_SENTENCE = Pattern.compile("(?<=[.!?…:;,]" + CLOSE + "?)\\s*\\R\\s*");
    private static final Pattern LINE = Pattern.compile("\\s*\\R\\s*");

    /** The text without characters that could be taken for the marks. */
    static String withoutMarkers(String text) {
        return text.replace(OPEN, "").replace(CLOSE, "");
    }

    /** Whether the passage was cut from this text. */
    static boolean isFrom(@Nullable String text, String passage) {
        return text != null && text.contains(withoutMarkers(passage).strip());
    }

    /**
     * HTML with {@code <mark>} around the found words, everything else escaped, dots where the passage was cut, and lines that are no
     * sentences, such as headings, parted from what follows.
     */
    static String html(String passage) {
        var text = LINE_AFTER_SENTENCE.matcher(passage.strip()).replaceAll(" ");
        text = LINE.matcher(text).replaceAll(" · ");
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
        return marked(text);
    }

    /** The same of a text that is whole: nothing shows where it begins and ends. */
    static String marked(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace(OPEN, "<mark>")
                .replace(CLOSE, "</mark>");
    }
}
