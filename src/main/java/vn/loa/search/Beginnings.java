package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.search.Suggest.Suggestion;

/** Reads a last word of few letters as the beginning of one: {@code vay v}. Whoever has no script is offered nothing while they type. */
@ApplicationScoped
public class Beginnings {
    private static final int LONGEST = 3;

    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final Function<Words, List<Suggestion>> offered;

    /** Of what is offered while somebody types. */
    @Inject
    public Beginnings(Suggest suggest) {
        this(words -> suggest.complete(words, Texts.FALLBACK).suggestions());
    }

    Beginnings(Function<Words, List<Suggestion>> offered) {
        this.offered = offered;
    }

    /** For the container, which puts something else in its place. */
    protected Beginnings() {
        this(words -> List.of());
    }

    /** These words with the last one as it goes on in the first topic, place, usual word or title that has them all side by side. */
    Optional<Words> meant(Words words) {
        var each = words.each();
        var last = each.get(each.size() - 1);
        if (each.size() < 2
                || Folding.fold(last).length() > LONGEST
                || !LETTERS.matcher(last).matches()) {
            return Optional.empty();
        }
        return offered.apply(words).stream()
                .flatMap(one -> Stream.ofNullable(completed(words, one.text())))
                .findFirst();
    }

    /** @return null when the text does not have them so */
    static @Nullable Words completed(Words words, String text) {
        var typed = Spelling.of(words.text());
        var each = Stream.of(BETWEEN_WORDS.split(text))
                .filter(word -> Spelling.of(word).size() == 1)
                .toList();
        var spelled = each.stream().map(word -> Spelling.of(word).get(0)).toList();
        var end = typed.size() - 1;
        return IntStream.rangeClosed(0, each.size() - typed.size())
                .filter(from -> IntStream.range(0, end)
                                .allMatch(at -> spelled.get(from + at).isTypedAs(typed.get(at)))
                        && spelled.get(from + end).beginsWith(typed.get(end)))
                .mapToObj(from -> new Words(String.join(" ", each.subList(from, from + typed.size()))))
                .map(found -> found.areWrittenAsName()
                        ? found
                        : new Words(found.text().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }
}
