package vn.loa.questions;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds what points to a person in words that are about to become public. It sees numbers and addresses; names are for people to see. */
final class PersonalData {
    /** Days, and sums in groups of three, which are as long: no telephone number begins with another digit than 0 without a plus before it. */
    private static final Pattern HARMLESS = Pattern.compile(
            "(?<![\\p{N}./-])\\d{1,2}([/.-])\\d{1,2}\\1\\d{4}(?!\\p{N})|(?<![\\p{N}.,+])(?<!\\+\\d{1,3}[ .()\\-]{1,2})[1-9]\\d{0,2}(?:([.,])\\d{3})(?:\\2\\d{3})*(?![.,]?\\p{N})");

    /** A telephone number, an identity card, an account: nine digits and more, however they are grouped; or an address for letters. */
    private static final Pattern POINTER = Pattern.compile(
            "(?<!\\p{N})\\+?\\d(?:[ .()/\\-]{0,2}\\d){8,18}(?!\\p{N})|[\\w.+-]{1,64}@[\\w-]{1,64}\\.[\\w.]{2,64}");

    private PersonalData() {}

    /** The first thing of this kind. */
    static Optional<String> in(String text) {
        return all(text).stream().findFirst();
    }

    /** All of this kind, each once, in the order of the text. */
    static List<String> all(String text) {
        return POINTER.matcher(HARMLESS.matcher(text).replaceAll("·"))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
