package vn.loa.common;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The readable part of an address: lower-case ASCII words joined by hyphens, at most {@value #LONGEST} characters.
 *
 * @param value for example {@code con-bo-cua-nha-ong-pao}
 */
public record Slug(String value) {
    private static final int LONGEST = 120;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

    /** @throws IllegalArgumentException when the value has not the form of a slug */
    public Slug {
        if (!isSlug(value)) {
            throw new IllegalArgumentException("Not a slug: " + value);
        }
    }

    public static boolean isSlug(String value) {
        return value.length() <= LONGEST && FORM.matcher(value).matches();
    }

    /**
     * Made from a title: diacritics removed, đ written d, everything else a hyphen.
     *
     * @throws IllegalArgumentException when the title holds no letter or digit that ASCII knows
     */
    public static Slug of(String title) {
        var plain =
                MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFD)).replaceAll("");
        var words = BETWEEN_WORDS
                .matcher(plain.replace('đ', 'd').replace('Đ', 'D').toLowerCase(Locale.ROOT))
                .replaceAll("-");
        var slug = trim(words.length() > LONGEST ? words.substring(0, LONGEST) : words);
        return new Slug(slug);
    }

    /** The same with a number at its end, shortened where it would become too long. @param number from 2 */
    public Slug numbered(int number) {
        var ending = "-" + number;
        var room = LONGEST - ending.length();
        return new Slug((value.length() > room ? trim(value.substring(0, room)) : value) + ending);
    }

    /** The same, ended after a word where it is longer than this; within its first word when that is. */
    public Slug within(int most) {
        if (value.length() <= most) {
            return this;
        }
        var end = value.lastIndexOf('-', most);
        return new Slug(value.substring(0, end > 0 ? end : most));
    }

    private static String trim(String words) {
        var from = words.startsWith("-") ? 1 : 0;
        var to = words.endsWith("-") ? words.length() - 1 : words.length();
        return from < to ? words.substring(from, to) : "";
    }

    @Override
    public String toString() {
        return value;
    }
}
