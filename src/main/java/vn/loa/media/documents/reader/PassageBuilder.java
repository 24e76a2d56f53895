package vn.loa.media.documents.reader;

import java.util.Optional;
import vn.loa.media.documents.Alignment;
import vn.loa.media.documents.Passage;

/** Puts a paragraph together from its runs. */
final class PassageBuilder {
    /** A single paragraph of this length is none; the end of it is left to the limit of all text. */
    private static final int LONGEST = Telling.MOST_CHARACTERS + 1;

    private final StringBuilder text = new StringBuilder();
    private boolean blank = true;
    private boolean bold = true;
    private boolean italic = true;

    void add(String run, boolean runBold, boolean runItalic) {
        blank &= run.isBlank();
        if (text.length() + run.length() > LONGEST) {
            text.append(run, 0, LONGEST - text.length());
            return;
        }
        text.append(run);
        if (!run.isBlank()) {
            bold &= runBold;
            italic &= runItalic;
        }
    }

    boolean isBlank() {
        return blank;
    }

    /** Spaces are as the author typed them, but for those at both ends; empty when there is nothing else that a text holds. */
    Optional<Passage> build(Alignment alignment) {
        var clean = clean(text.toString().replace('\u00a0', ' ')).strip();
        return clean.isEmpty() ? Optional.empty() : Optional.of(new Passage(clean, alignment, bold, italic));
    }

    /** Without what no text holds. */
    private static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c) && c != 0xfffe && c != 0xffff)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
