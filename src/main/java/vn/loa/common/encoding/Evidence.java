package vn.loa.common.encoding;

import java.util.HashSet;

/**
 * How well a text reads as Vietnamese: of its words with letters beyond ASCII, how many are spelled as syllables are.
 *
 * @param words with letters beyond ASCII
 * @param different how many different ones of them are spelled so
 */
record Evidence(int spelled, int words, int different) {
    /** One word may be right by chance in two encodings. */
    private static final int FEWEST = 3;

    /** So many words are no chance in any language. */
    private static final int PLENTY = 10;

    /** Names, foreign words and slips are the rest. */
    private static final double ENOUGH = 0.75;

    /** A second reading that is nearly as good makes the first a guess. */
    private static final double AHEAD = 0.25;

    private static final String SIGNS = "“”„‘’‚…–—«»·°•\u00a0";

    static Evidence in(String text) {
        var spelled = 0;
        var words = 0;
        var different = new HashSet<String>();
        for (var at = 0; at < text.length(); ) {
            if (!isPart(text.charAt(at))) {
                at++;
                continue;
            }
            var from = at;
            var foreign = false;
            while (at < text.length() && isPart(text.charAt(at))) {
                foreign |= text.charAt(at) > 0x7f;
                at++;
            }
            if (foreign) {
                words++;
                var word = text.substring(from, at);
                if (VietnameseSpelling.allows(word)) {
                    spelled++;
                    different.add(word);
                }
            }
        }
        return new Evidence(spelled, words, different.size());
    }

    double share() {
        return words == 0 ? 0 : (double) spelled / words;
    }

    boolean convincesAgainst(Evidence next) {
        return words >= FEWEST && share() >= ENOUGH && share() - next.share() >= AHEAD;
    }

    boolean isPlenty() {
        return different >= PLENTY;
    }

    /** A sign in the midst of a word speaks against the reading, so it is part of the word. */
    private static boolean isPart(char c) {
        return c > 0x7f ? SIGNS.indexOf(c) < 0 : Character.isLetter(c);
    }
}
