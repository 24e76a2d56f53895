package vn.loa.plans.intake;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Compares letters as hurried typists and scanners write them: without case, tones and other marks, đ as d. One char stays one char, so that
 * places hold.
 */
final class Letters {
    /** The end of the block of Vietnamese letters. */
    private static final int KNOWN = 0x1f00;

    private static final char[] FOLDED = table();

    private Letters() {}

    static char fold(char c) {
        if (c < KNOWN) {
            return FOLDED[c];
        }
        if (c >= '\u2010' && c <= '\u2015' || c == '\u2212') {
            return '-';
        }
        if (c >= '\uff10' && c <= '\uff19') {
            return (char) (c - '\uff10' + '0');
        }
        return c;
    }

    static String fold(String text) {
        var folded = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            folded.append(fold(text.charAt(i)));
        }
        return folded.toString();
    }

    /** Whether most of its letters are capitals, and there are some. */
    static boolean isShouted(String text) {
        var capitals = 0;
        var letters = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
                capitals += Character.isUpperCase(c) ? 1 : 0;
            }
        }
        return letters > 1 && capitals * 10 >= letters * 8;
    }

    static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** On one line, without spaces around. */
    static String plain(String text) {
        var plain = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var space = Character.isWhitespace(c);
            if (!space) {
                plain.append(c);
            } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        }
        return plain.toString().strip();
    }

    private static char[] table() {
        var table = new char[KNOWN];
        for (char c = 0; c < KNOWN; c++) {
            table[c] = switch (c) {
                case 'đ', 'Đ', 'ð', 'Ð' -> 'd';
                case '\u00a0' -> ' ';
                default -> {
                    var base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                            .charAt(0);
                    yield Character.toLowerCase(base);
                }
            };
        }
        return table;
    }
}
