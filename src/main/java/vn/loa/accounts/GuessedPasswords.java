package vn.loa.accounts;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Knows passwords that are long and guessed first all the same: what many take, what stands in a row on the keyboard, what repeats itself, what the account is called. What
 * is left of a password without all that must be enough to be its own.
 */
final class GuessedPasswords {
    /** Of letters and digits, other ones each. */
    private static final int LEAST_LEFT = 4;

    /** Shorter runs of letters or digits happen in words. */
    private static final int SHORTEST_RUN = 3;

    private static final List<String> ROWS = List.of(
            "01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv");

    /** Without marks. */
    private static final List<String> WORDS = Stream.of(
                    "matkhau",
                    "matma",
                    "dangnhap",
                    "taikhoan",
                    "quantri",
                    "quantrivien",
                    "nguoidung",
                    "bientap",
                    "thamdinh",
                    "xinchao",
                    "anhyeuem",
                    "emyeuanh",
                    "toiyeuban",
                    "iloveyou",
                    "loveyou",
                    "hanhphuc",
                    "giadinh",
                    "conyeu",
                    "vietnam",
                    "hanoi",
                    "saigon",
                    "hochiminh",
                    "bacho",
                    "hagiang",
                    "caobang",
                    "langson",
                    "tuyenquang",
                    "laocai",
                    "laichau",
                    "dienbien",
                    "sonla",
                    "yenbai",
                    "backan",
                    "thainguyen",
                    "phutho",
                    "hoabinh",
                    "ubnd",
                    "uyban",
                    "congan",
                    "thongtin",
                    "truyenthong",
                    "congthongtin",
                    "password",
                    "passwd",
                    "passw",
                    "pass",
                    "welcome",
                    "letmein",
                    "changeme",
                    "admin",
                    "administrator",
                    "login",
                    "secret",
                    "system",
                    "master",
                    "default",
                    "guest",
                    "user",
                    "test",
                    "demo",
                    "dragon",
                    "monkey",
                    "football",
                    "sunshine",
                    "princess",
                    "loa")
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();

    private GuessedPasswords() {}

    /** @param username of the account; empty when nobody knows yet */
    static boolean has(String password, String username) {
        var left = plain(password);
        if (!username.isEmpty()) {
            left = without(left, plain(username));
            for (var part : username.split("[^a-z0-9]+")) {
                left = part.length() < SHORTEST_RUN ? left : without(left, part);
            }
        }
        for (var word : WORDS) {
            left = without(left, word);
        }
        left = left.replaceAll("(?:19|20)[0-9]{2}", "");
        left = withoutRuns(left);
        // Once is enough of what is said over and over.
        left = left.replaceAll("(.+?)\\1+", "$1");
        return left.codePoints().distinct().count() < LEAST_LEFT;
    }

    /** Letters and digits, without marks, small, and read where others stand for them; all else of other scripts as it is. */
    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('@', 'a')
                .replace('$', 's')
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String without(String text, String part) {
        return part.isEmpty() ? text : text.replace(part, "");
    }

    /** Without what goes on as a row of the keyboard, of the alphabet or of the digits does, forwards or backwards, and without what is typed again and again. */
    private static String withoutRuns(String text) {
        var left = new StringBuilder();
        for (var at = 0; at < text.length(); ) {
            var run = run(text, at);
            if (run < SHORTEST_RUN) {
                left.append(text.charAt(at));
                at++;
            } else {
                at += run;
            }
        }
        return left.toString();
    }

    /** How many characters from here on are one run. */
    private static int run(String text, int from) {
        var longest = 1;
        while (from + longest < text.length() && text.charAt(from + longest) == text.charAt(from)) {
            longest++;
        }
        for (var row : ROWS) {
            longest = Math.max(longest, run(text, from, row));
            longest = Math.max(
                    longest, run(text, from, new StringBuilder(row).reverse().toString()));
        }
        return longest;
    }

    private static int run(String text, int from, String row) {
        var length = 1;
        while (from + length < text.length() && row.contains(text.substring(from, from + length + 1))) {
            length++;
        }
        return length;
    }
}
