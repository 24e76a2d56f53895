package vn.loa.questions;

import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what points to a person in words that are about to become public. It sees numbers and addresses; names are for people to see. */
final class PersonalData {
    /** A telephone number, an identity card, an account: nine digits and more, however they are grouped; or an address for letters. */
    private static final Pattern POINTER = Pattern.compile(
            "(?<!\\p{N})\\+?\\d(?:[ .()\\-]{0,2}\\d){8,18}(?!\\p{N})|[\\w.+-]{1,64}@[\\w-]{1,64}\\.[\\w.]{2,64}");

    private PersonalData() {}

    /** The first thing of this kind. */
    static Optional<String> in(String text) {
        var found = POINTER.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
