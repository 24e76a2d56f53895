package vn.loa.plans.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the body of a document writes what stands in capitals at its head: the names in it keep theirs. */
final class Casing {
    private final List<Paragraph> body;

    Casing(List<Paragraph> body) {
        this.body = body;
    }

    /** The same words where they do not stand in capitals. Linear in the body's length. */
    Optional<String> ofBody(String shouted) {
        var wanted = Letters.fold(Letters.plain(shouted));
        return wanted.isEmpty()
                ? Optional.empty()
                : body.stream().flatMap(p -> in(p.text(), wanted).stream()).findFirst();
    }

    private static Optional<String> in(Passage passage, String wanted) {
        var at = passage.folded().indexOf(wanted);
        if (at < 0) {
            return Optional.empty();
        }
        var words = passage.plain(at, at + wanted.length());
        return Letters.isShouted(words) ? Optional.empty() : Optional.of(words);
    }

    /** As well as it can be told without: a capital at the beginning, and those of the places that the document names. */
    static String guessed(String shouted, Optional<String> place) {
        var small = Letters.capitalised(Letters.plain(shouted).toLowerCase(Locale.ROOT));
        if (place.isEmpty()) {
            return small;
        }
        var at = Letters.fold(small).indexOf(Letters.fold(place.get()));
        return at < 0
                ? small
                : small.substring(0, at)
                        + place.get()
                        + small.substring(at + place.get().length());
    }
}
