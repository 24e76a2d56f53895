package vn.loa.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import vn.loa.common.Coded;
import vn.loa.common.PlainText;

/**
 * Words that somebody wants to mean the same, parted by commas; or, with an arrow, words that are to find others as well, but not the other way round:
 * {@code xe ôm => xe máy}.
 *
 * @param terms without empty and repeated ones: those before the arrow, if there is one
 * @param others those behind it; empty without one
 * @param arrows how many were written
 */
record SynonymTerms(List<String> terms, List<String> others, int arrows) {
    static final int MOST = 8;
    static final int LONGEST = 40;

    /** More words in a row nobody types for one thing. */
    static final int MOST_WORDS = 6;

    /** What can be wrong with them. */
    enum Fault implements Coded {
        /** A single one, or none. */
        TOO_FEW,
        TOO_MANY,
        /** One has too many letters or words. */
        TOO_LONG,
        /** One has neither letter nor digit. */
        UNREADABLE,
        /** One is among those of another group already. */
        TAKEN,
        /** Nobody can tell what two of them would mean. */
        ARROWS,
        /** Nothing would be found by it that is not found anyway: what is typed without diacritics finds every word of its letters. */
        SAME_LETTERS
    }

    private static final String BETWEEN = ", ";
    private static final String ARROW = "=>";

    SynonymTerms {
        terms = List.copyOf(terms);
        others = List.copyOf(others);
    }

    static SynonymTerms of(String written) {
        var sides = written.replace("→", ARROW).split(ARROW, -1);
        return new SynonymTerms(
                parted(sides[0]),
                sides.length == 1
                        ? List.of()
                        : parted(String.join(BETWEEN, List.of(sides).subList(1, sides.length))),
                sides.length - 1);
    }

    private static List<String> parted(String written) {
        var known = new HashSet<String>();
        return Stream.of(written.split("[,;\\n]"))
                .map(PlainText::line)
                .map(term -> term.replaceAll("\\s+", " "))
                .filter(term -> !term.isEmpty())
                .filter(term -> Folding.spelled(term).isEmpty() || known.add(Folding.spelled(term)))
                .toList();
    }

    /** As {@link #of} reads it. */
    String written() {
        var first = String.join(BETWEEN, terms);
        return arrows == 0 ? first : first + " " + ARROW + " " + String.join(BETWEEN, others);
    }

    /** What a word of {@link #terms} finds besides itself. */
    List<String> found() {
        return arrows == 0 ? terms : others;
    }

    /** @param groups that these are not to share anything with that is typed */
    List<Fault> faults(List<SynonymGroup> groups) {
        var all = Stream.concat(terms.stream(), others.stream()).toList();
        var faults = new ArrayList<Fault>();
        if (all.stream().anyMatch(term -> Folding.spelled(term).isEmpty())) {
            faults.add(Fault.UNREADABLE);
        }
        if (arrows > 1) {
            faults.add(Fault.ARROWS);
        }
        if (arrows == 0 ? terms.size() < 2 : terms.isEmpty() || others.isEmpty()) {
            faults.add(Fault.TOO_FEW);
        }
        if (all.size() > MOST) {
            faults.add(Fault.TOO_MANY);
        }
        if (all.stream().anyMatch(term -> term.length() > LONGEST || term.split(" ").length > MOST_WORDS)) {
            faults.add(Fault.TOO_LONG);
        }
        var taken = groups.stream()
                .flatMap(group -> group.read().terms().stream())
                .map(Folding::spelled)
                .toList();
        if (terms.stream().map(Folding::spelled).anyMatch(taken::contains)) {
            faults.add(Fault.TAKEN);
        }
        if (terms.stream().anyMatch(this::changesNothingFor)) {
            faults.add(Fault.SAME_LETTERS);
        }
        return faults;
    }

    /** Whether whoever types this finds all the others already. */
    private boolean changesNothingFor(String term) {
        var others = found().stream()
                .filter(other -> !Folding.spelled(other).equals(Folding.spelled(term)))
                .toList();
        return !others.isEmpty()
                && !new Words(term).haveDiacritics()
                && others.stream().map(Folding::fold).allMatch(Folding.fold(term)::equals);
    }
}
