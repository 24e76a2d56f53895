package vn.loa.plans.intake;

import java.util.Locale;

/** Roman numbers up to 39, as headings have them. */
final class Roman {
    private Roman() {}

    /** 0 for what is none. */
    static int value(String number) {
        var value = 0;
        var last = 0;
        var letters = number.toUpperCase(Locale.ROOT);
        for (var i = letters.length() - 1; i >= 0; i--) {
            var digit = switch (letters.charAt(i)) {
                case 'I' -> 1;
                case 'V' -> 5;
                case 'X' -> 10;
                case 'L' -> 50;
                default -> 0;
            };
            value += digit < last ? -digit : digit;
            last = Math.max(last, digit);
        }
        return value;
    }
}
