package vn.loa.media.documents.reader;

/** Writes the numbers of lists. */
final class ListNumber {
    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] SIGNS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    private static final int LETTERS = 26;
    private static final int LARGEST = 3999;

    private ListNumber() {}

    /** @param format as Word and OpenDocument name it; any other writes figures */
    static String of(int number, String format) {
        return switch (format) {
            case "upperRoman", "I" -> roman(number);
            case "lowerRoman", "i" -> roman(number).toLowerCase(java.util.Locale.ROOT);
            case "upperLetter", "A" -> letters(number, 'A');
            case "lowerLetter", "a" -> letters(number, 'a');
            case "decimalZero" -> number < 10 ? "0" + number : Integer.toString(number);
            case "none", "" -> "";
            default -> Integer.toString(number);
        };
    }

    /** A sign that is text; those of fonts for signs stand at places that mean nothing elsewhere. */
    static String bullet(String sign) {
        var text = sign.strip();
        return text.isEmpty()
                        || text.codePoints()
                                .anyMatch(c -> Character.getType(c) == Character.PRIVATE_USE || Character.isLetter(c))
                ? "•"
                : text;
    }

    private static String roman(int number) {
        if (number < 1 || number > LARGEST) {
            return Integer.toString(number);
        }
        var text = new StringBuilder();
        var left = number;
        for (var i = 0; i < VALUES.length; i++) {
            while (left >= VALUES[i]) {
                text.append(SIGNS[i]);
                left -= VALUES[i];
            }
        }
        return text.toString();
    }

    /** After z come aa, bb. */
    private static String letters(int number, char first) {
        if (number < 1 || number > LARGEST) {
            return Integer.toString(number);
        }
        return String.valueOf((char) (first + (number - 1) % LETTERS)).repeat((number - 1) / LETTERS + 1);
    }
}
