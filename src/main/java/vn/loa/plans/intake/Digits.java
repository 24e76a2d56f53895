package vn.loa.plans.intake;

/** Digits as scanners see them: O for 0, l or I for 1. */
final class Digits {
    /** One digit, or what is taken for one, in folded text. */
    static final String ONE = "[\\doli]";

    private Digits() {}

    static String mend(String number) {
        var mended = new StringBuilder(number.length());
        for (var i = 0; i < number.length(); i++) {
            var c = number.charAt(i);
            mended.append(
                    switch (c) {
                        case 'o', 'O' -> '0';
                        case 'l', 'i', 'I', '|' -> '1';
                        default -> c;
                    });
        }
        return mended.toString();
    }

    static boolean isMended(String number) {
        return !mend(number).equals(number);
    }

    /** Without at least one true digit it is a word: "oi", "lo". */
    static boolean isNumber(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    /** @param number at most nine digits, or what is taken for them */
    static int value(String number) {
        return Integer.parseInt(mend(number));
    }
}
