package vn.loa.common;

import java.util.Arrays;
import java.util.List;

/**
 * Something that is kept without its words, to be said in the language of whoever reads it.
 *
 * @param key of the message that says it
 * @param numbers that stand in its places
 */
public record Saying(String key, List<Long> numbers) {
    public Saying {
        numbers = List.copyOf(numbers);
    }

    /** With these numbers in its places. */
    public static Saying of(String key, long... numbers) {
        return new Saying(key, Arrays.stream(numbers).boxed().toList());
    }

    /** In words. Empty when the message is one that this version of the portal does not know. */
    public String in(Messages language) {
        if (!language.has(key)) {
            return "";
        }
        return numbers.isEmpty() ? language.text(key) : language.text(key, numbers.toArray());
    }
}
