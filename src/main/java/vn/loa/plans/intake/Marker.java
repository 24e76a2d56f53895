package vn.loa.plans.intake;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number, name or sign with which a paragraph begins: Decree 30/2020/NĐ-CP, Annex I, part II, section I.6: phần, chương, mục, điều; I, II; 1, 2 (or
 * 1.1, as plans have it); a), b).
 *
 * @param number as it stands there, digits mended: {@code II}, {@code 2.1}, {@code đ}; of an item its sign; empty where there is none
 * @param end where the words behind it begin
 */
record Marker(Kind kind, String number, int end, boolean mended) {
    /** In the order in which they contain each other. */
    enum Kind {
        ANNEX("phu-luc"),
        ATTACHED("ke-hoach"),
        PART("phan"),
        CHAPTER("chuong"),
        SECTION("muc"),
        CAPITAL(""),
        ROMAN(""),
        ARTICLE("dieu"),
        ARABIC(""),
        LETTER(""),
        BULLET("");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Stands before the number in anchors. */
        String word() {
            return word;
        }
    }

    private static final Pattern NAMED = Pattern.compile(
            "(phan|chuong|muc)\\s(thu\\s(?:nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)|[ivxl]{1,7}|\\d{1,2})(?:[.:]\\s?|\\s|$)");
    /** Behind the closing of a document; in capitals, or alone. */
    private static final Pattern ANNEX = Pattern.compile(
            "PHỤ\\s?LỤC(?:\\s(?:SỐ\\s)?([IVXL]{1,6}|\\d{1,2}))?(?:\\s?[.:-]\\s?|\\s|$)|Phụ\\slục(?:\\s(?:số\\s)?([IVXL]{1,6}|\\d{1,2}))?\\s?(?:[.:]\\s?|$)");

    private static final Pattern ARTICLE = Pattern.compile("(dieu)\\s([\\dol]{1,3}[a-z]?)[.:]\\s?");
    private static final Pattern ROMAN = Pattern.compile("([IVXl1|]{1,6})(?:\\s?[.)]\\s?|\\s?[:-]\\s|/\\s)(?=\\p{L})");
    private static final Pattern CAPITAL = Pattern.compile("([A-HĐ])[.)]\\s(?=\\p{L})");
    private static final Pattern ARABIC = Pattern.compile(
            "([\\dlO]{1,2}(?:\\.[\\dlO]{1,2}){0,4})(?:\\s?[.)]\\s|/\\s|\\s?[.)](?=\\p{Lu}\\p{Ll}))(?=\\S)");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,2}){1,4})\\s(?=\\p{Lu})");
    private static final Pattern LETTER = Pattern.compile("([a-zđ])(?:\\s?\\)\\s?|\\.\\s(?=\\p{Lu}))(?=\\S)");
    private static final Pattern BULLET = Pattern.compile("([-+•·▪◦●○§\\u2013\\u2014\\uf000-\\uf0ff])\\s?(?=\\S)");

    static Optional<Marker> of(Passage passage) {
        return at(passage, 0, true);
    }

    private static Optional<Marker> at(Passage passage, int from, boolean mayBeItem) {
        if (from >= passage.length()) {
            return Optional.empty();
        }
        var text = passage.text();
        var folded = passage.folded();
        if (Character.isUpperCase(text.charAt(from))) {
            var annex = ANNEX.matcher(text).region(from, text.length());
            if (annex.lookingAt()) {
                var number = annex.group(1) == null ? annex.group(2) : annex.group(1);
                return Optional.of(new Marker(Kind.ANNEX, Objects.requireNonNullElse(number, ""), annex.end(), false));
            }
            var named = NAMED.matcher(folded).region(from, folded.length());
            if (named.lookingAt()) {
                var kind = switch (named.group(1)) {
                    case "phan" -> Kind.PART;
                    case "chuong" -> Kind.CHAPTER;
                    default -> Kind.SECTION;
                };
                return Optional.of(new Marker(kind, passage.plain(named.start(2), named.end(2)), named.end(), false));
            }
            var article = ARTICLE.matcher(folded).region(from, folded.length());
            if (article.lookingAt()) {
                return Optional.of(digits(Kind.ARTICLE, article.group(2), article.end()));
            }
        }
        return numbered(text, from).or(() -> mayBeItem ? item(passage, from) : Optional.empty());
    }

    private static Optional<Marker> numbered(String text, int from) {
        var roman = ROMAN.matcher(text).region(from, text.length());
        if (roman.lookingAt() && isRoman(roman.group(1), text, roman.end())) {
            var number = roman.group(1);
            var mended = number.replaceAll("[l1|]", "I");
            return Optional.of(new Marker(Kind.ROMAN, mended, roman.end(), !mended.equals(number)));
        }
        var capital = CAPITAL.matcher(text).region(from, text.length());
        if (capital.lookingAt() && Letters.isShouted(head(text, capital.end()))) {
            return Optional.of(new Marker(Kind.CAPITAL, capital.group(1), capital.end(), false));
        }
        var arabic = ARABIC.matcher(text).region(from, text.length());
        if (arabic.lookingAt() && !arabic.group(1).equals("O")) {
            return Optional.of(digits(Kind.ARABIC, arabic.group(1), arabic.end()));
        }
        var dotted = DOTTED.matcher(text).region(from, text.length());
        if (dotted.lookingAt()) {
            return Optional.of(digits(Kind.ARABIC, dotted.group(1), dotted.end()));
        }
        var letter = LETTER.matcher(text).region(from, text.length());
        return letter.lookingAt()
                ? Optional.of(new Marker(Kind.LETTER, letter.group(1), letter.end(), false))
                : Optional.empty();
    }

    /** A list that a converter made of lettered points has both signs; the letter says more. */
    private static Optional<Marker> item(Passage passage, int from) {
        var bullet = BULLET.matcher(passage.text()).region(from, passage.length());
        if (!bullet.lookingAt()) {
            return Optional.empty();
        }
        return at(passage, bullet.end(), false)
                .filter(inner -> inner.kind == Kind.LETTER)
                .or(() -> Optional.of(new Marker(Kind.BULLET, bullet.group(1), bullet.end(), false)));
    }

    /** A scanner takes I for l or 1; capitals behind it tell that it was one. */
    private static boolean isRoman(String number, String text, int end) {
        var plain = number.chars().allMatch(c -> c == 'I' || c == 'V' || c == 'X');
        var digits = number.chars().allMatch(c -> c == '1');
        return plain || !digits && Letters.isShouted(head(text, end));
    }

    private static String head(String text, int from) {
        return text.substring(from, Math.min(text.length(), from + 30));
    }

    private static Marker digits(Kind kind, String number, int end) {
        var mended = Digits.mend(number);
        return new Marker(kind, mended, end, !mended.equals(number));
    }

    /** Of a plan that a decision promulgates, and that stands behind it under its own name. */
    static Optional<Marker> attached(Passage name) {
        return name.text().equals("KẾ HOẠCH")
                ? Optional.of(new Marker(Kind.ATTACHED, "", name.length(), false))
                : Optional.empty();
    }

    /** Whether what it is called may stand in the line below. */
    boolean mayBeNamedBelow() {
        return kind == Kind.ANNEX || kind == Kind.PART || kind == Kind.CHAPTER;
    }

    /** Its number as people say it. */
    String called() {
        return switch (kind) {
            case ANNEX -> number.isEmpty() ? "Phụ lục" : "Phụ lục " + number;
            case PART -> Letters.fold(number).startsWith("thu ") ? "Phần " + number : number;
            default -> number;
        };
    }

    boolean isHeading() {
        return kind != Kind.BULLET && kind != Kind.LETTER;
    }
}
