package vn.loa.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor looks for: words, never query syntax.
 *
 * @param text as typed, in NFC, on one line, at most {@value #LONGEST} characters and {@value #MOST} words
 */
public record Words(String text) {
    private static final int LONGEST = 200;
    private static final int MOST = 28;

    /** Words of so many letters may contain a slip of the finger; a shorter one with another letter is another word. */
    private static final int LONG_ENOUGH_FOR_A_SLIP = 4;

    /** Of given and family names together. */
    private static final int LONGEST_NAME = 5;

    /** Controls, invisible marks, halves of characters, private use; they carry no meaning in a query. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Z}]+");

    /** Of these, those that stand within a word and part nothing: copied from pages that let long words break. */
    private static final Pattern WITHIN_WORDS = Pattern.compile("[\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]");

    /** Pictures and what colours or frames them: they stand in no text that is searched. */
    private static final Pattern PICTURES =
            Pattern.compile("[\\p{So}\\x{1F3FB}-\\x{1F3FF}\\x{FE00}-\\x{FE0F}\\x{20E3}]+");

    /** In decomposed text. */
    private static final Pattern DIACRITIC = Pattern.compile("[\\p{M}đĐ]");

    private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}\\p{Ll}+");

    private static final Pattern YEAR = Pattern.compile("(?<![\\p{L}\\p{N}])(?:19|20)[0-9]{2}(?![\\p{L}\\p{N}])");

    private static final Pattern SPECIAL = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]");

    /** Reads what was typed; empty when there is nothing to look for. What is too long is cut. */
    public static Optional<Words> of(@Nullable String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        var visible = visible(typed);
        var end = visible.offsetByCodePoints(0, Math.min(visible.codePointCount(0, visible.length()), LONGEST));
        var text =
                Arrays.stream(visible.substring(0, end).split(" ")).limit(MOST).collect(Collectors.joining(" "));
        return text.isBlank() ? Optional.empty() : Optional.of(new Words(text));
    }

    /** Whether {@link #of} reads only the beginning. */
    public static boolean isTooLong(@Nullable String typed) {
        return typed != null
                && of(typed).filter(words -> !words.text.equals(visible(typed))).isPresent();
    }

    private static String visible(String typed) {
        var start = typed.substring(0, Math.min(typed.length(), 8 * LONGEST));
        var composed = Normalizer.normalize(start, Normalizer.Form.NFC);
        // By themselves they stay: whoever types nothing else is told that it cannot be read.
        var read = isReadable(composed) ? PICTURES.matcher(composed).replaceAll(" ") : composed;
        return INVISIBLE
                .matcher(WITHIN_WORDS.matcher(read).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** The same words with everything escaped that the query parser could take for an operator. */
    String literal() {
        return escape(text);
    }

    /** As {@link #literal}, all of them in their order. */
    String phrase() {
        return '"' + literal() + '"';
    }

    /** Whether any of them was typed with diacritics: whoever does so means no others of the same letters. */
    boolean haveDiacritics() {
        return DIACRITIC
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .find();
    }

    /** Whether they are written as names are: two words or more, with diacritics, each with a capital. Such words mean nothing apart. */
    boolean areWrittenAsName() {
        var each = each();
        return each.size() > 1
                && each.size() <= LONGEST_NAME
                && haveDiacritics()
                && each.stream().allMatch(word -> CAPITALISED.matcher(word).matches());
    }

    /** The first year among them, in four digits. */
    Optional<String> year() {
        return YEAR.matcher(text).results().map(MatchResult::group).findFirst();
    }

    /** One by one, as typed. */
    public List<String> each() {
        return List.of(text.split(" "));
    }

    /** Whether they are this person's name or a part of it, at least two words: a single one is that of too many people. */
    boolean areNameOf(String person) {
        var typed = Folding.words(text);
        return typed.size() > 1 && Collections.indexOfSubList(Folding.words(person), typed) >= 0;
    }

    /** Whether they stand side by side in this title, in their order, diacritics included where they were typed. */
    public boolean standTogetherIn(String title) {
        var typed = Spelling.of(text);
        var words = Spelling.of(title);
        return !typed.isEmpty()
                && IntStream.rangeClosed(0, words.size() - typed.size())
                        .anyMatch(from -> IntStream.range(0, typed.size())
                                .allMatch(at -> words.get(from + at).isTypedAs(typed.get(at))));
    }

    /** As {@link #literal}, but these words may differ by one letter, if they are long enough for that. */
    String withSlipsIn(Collection<String> mistyped) {
        return each().stream()
                .map(word -> mistyped.contains(word) && mayHoldSlip(word) ? escape(word) + "~1" : escape(word))
                .collect(Collectors.joining(" "));
    }

    /** Whether it may hold a slip that its neighbours tell: it is no single letter. */
    static boolean mayHoldSlipBesideOthers(String word) {
        return Folding.fold(word).length() > 1 && !SPECIAL.matcher(word).find();
    }

    static boolean mayHoldSlip(String word) {
        return Folding.fold(word).length() >= LONG_ENOUGH_FOR_A_SLIP
                && !SPECIAL.matcher(word).find();
    }

    /** Whether there is a letter or a digit among them: what has none stands nowhere, and nobody need be asked. */
    public boolean areReadable() {
        return isReadable(text);
    }

    private static boolean isReadable(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Whether the number among them is this document's. */
    public boolean cite(String reference) {
        return DocumentNumber.in(this).filter(number -> number.isOf(reference)).isPresent()
                || BareNumber.in(this).filter(number -> number.mayBe(reference)).isPresent();
    }

    /** Operators are in capitals only: "OR" is a word, too. */
    private static String escape(String text) {
        return SPECIAL.matcher(text.toLowerCase(Locale.ROOT))
                .replaceAll(
                        match -> match.group().equals(" ") ? " " : "\\\\" + Matcher.quoteReplacement(match.group()));
    }
}
