package vn.loa.media.documents.reader;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import vn.loa.media.documents.DocumentRefused;
import vn.loa.media.documents.Refusal;

/** What fields of a DOCX do (ECMA-376, part 1, 17.16). An instruction may be cut into any number of runs, and fields lie within others. */
final class FieldInstructions {
    /** The first word of a field that asks another program when it is brought up to date: DDE, DDEAUTO. No other begins so. */
    private static final String ASKS = "DDE";

    /** Of each field that is open, as much as there is of its first word. */
    private final Deque<StringBuilder> open = new ArrayDeque<>();

    void begin() {
        open.push(new StringBuilder());
    }

    void end() {
        open.poll();
    }

    /** @throws DocumentRefused if it asks another program */
    void add(String text) {
        if (open.isEmpty()) {
            begin();
        }
        var word = open.element();
        var piece = word.isEmpty() ? text.stripLeading() : text;
        word.append(piece, 0, Math.min(piece.length(), ASKS.length() - word.length()));
        if (word.toString().toUpperCase(Locale.ROOT).equals(ASKS)) {
            throw new DocumentRefused(Refusal.EXTERNAL, "There is a field " + ASKS);
        }
    }
}
